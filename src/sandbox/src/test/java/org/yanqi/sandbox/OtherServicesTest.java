package org.yanqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class OtherServicesTest {
    private final String number = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L));

    private static String sf(String service, String data, String checkWord) throws GeneralSecurityException {
        String signed = URLEncoder.encode(data + "1795380000" + checkWord, StandardCharsets.UTF_8);
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("MD5").digest(signed.getBytes(StandardCharsets.UTF_8)));
        String form = "partnerID=" + Rehearsal.paper("sf.partner-id") + "&requestID=1&serviceCode=" + service
                + "&timestamp=1795380000&msgData=" + URLEncoder.encode(data, StandardCharsets.UTF_8) + "&msgDigest="
                + URLEncoder.encode(digest, StandardCharsets.UTF_8);
        return Rehearsal.send("POST", Rehearsal.paper("sf.url"), "application/x-www-form-urlencoded", form)
                .body();
    }

    private static JsonNode inner(String service, String data) throws GeneralSecurityException {
        JsonNode outer = Rehearsal.json(sf(service, data, Rehearsal.paper("sf.check-word")));
        assertThat(outer.path("apiResultCode").asText()).isEqualTo("A1000");
        return Rehearsal.json(outer.path("apiResultData").asText());
    }

    private String order(String address) {
        return "{\"orderId\":\"" + number + "\",\"contactInfoList\":[{\"contactType\":1,\"contact\":\"平台\"},"
                + "{\"contactType\":2,\"contact\":\"王某\",\"mobile\":\"13800000000\",\"city\":\"大连市\",\"address\":\""
                + address + "\"}],\"expressTypeId\":2,\"payMethod\":2}";
    }

    @Test
    void an_order_for_the_courier_gets_a_waybill_once_and_moves_step_by_step() throws GeneralSecurityException {
        JsonNode first = inner("EXP_RECE_CREATE_ORDER", order("中山路 1 号"));
        String waybill = first.at("/msgData/waybillNoInfoList/0/waybillNo").asText();
        assertThat(waybill).matches("SF\\d{13}");
        assertThat(inner("EXP_RECE_CREATE_ORDER", order("中山路 1 号"))
                        .path("errorCode")
                        .asText())
                .isEqualTo("8016");
        assertThat(inner("EXP_RECE_SEARCH_ORDER_RESP", "{\"orderId\":\"" + number + "\"}")
                        .at("/msgData/waybillNoInfoList/0/waybillNo")
                        .asText())
                .isEqualTo(waybill);
        for (int i = 0; i < 5; i++) {
            Rehearsal.control("shipments/" + waybill + "/advance", "{}");
        }
        assertThat(inner("EXP_RECE_SEARCH_ROUTES", "{\"trackingType\":1,\"trackingNumber\":[\"" + waybill + "\"]}")
                        .at("/msgData/routeResps/0/routes")
                        .findValuesAsText("opCode"))
                .startsWith("50")
                .endsWith("80")
                .hasSize(4);
    }

    @Test
    void the_courier_refuses_a_wrong_digest_and_an_unreachable_address() throws GeneralSecurityException {
        assertThat(Rehearsal.json(sf("EXP_RECE_CREATE_ORDER", order("中山路"), "wrong"))
                        .path("apiResultCode")
                        .asText())
                .isEqualTo("A1006");
        assertThat(inner("EXP_RECE_CREATE_ORDER", order("不可达村"))
                        .at("/msgData/filterResult")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void a_platform_takes_an_entitlement_and_tells_of_open_bids() {
        String told = "{\"key\":\"" + number + "\",\"organisation\":\"91330100799655058B\",\"certificateSerial\":\"0A"
                + number + "\",\"holder\":\"王某\",\"from\":\"2026-11-22\",\"until\":\"2027-11-22\"}";
        for (int i = 0; i < 2; i++) {
            assertThat(Rehearsal.send("POST", "/platforms/LN-JSGC/entitlements", "application/json", told)
                            .body())
                    .isEqualTo("{\"status\":\"accepted\"}");
        }
        assertThat(Rehearsal.json(Rehearsal.get("/control/entitlements")))
                .filteredOn(entitlement -> entitlement.path("key").asText().equals(number))
                .hasSize(1);
        String query = "/platforms/LN-ZFCG/open-bids?certificateSerial=0a" + number + "&uscc=91330100799655058B";
        assertThat(Rehearsal.json(Rehearsal.get(query)).path("open")).isEmpty();
        String bid = Rehearsal.control(
                        "platforms/LN-ZFCG/open-bids",
                        "{\"certificateSerial\":\"0A" + number + "\",\"project\":\"道路\",\"opensAt\":\"2026-12-01\"}")
                .path("id")
                .asText();
        assertThat(Rehearsal.json(Rehearsal.get(query)).at("/open/0/project").asText())
                .isEqualTo("道路");
        Rehearsal.send("DELETE", "/control/open-bids/" + bid, "application/json", "");
        assertThat(Rehearsal.json(Rehearsal.get(query)).path("open")).isEmpty();
        assertThat(Rehearsal.send("GET", "/platforms/XX/open-bids", "application/json", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_service_can_fail_and_can_break_the_connection() {
        String address = "/platforms/CY-GGZY/open-bids?certificateSerial=1&uscc=1";
        Rehearsal.control("switches/CY-GGZY", "{\"mode\":\"failing\"}");
        assertThat(Rehearsal.send("GET", address, "text/plain", "").statusCode())
                .isEqualTo(500);
        Rehearsal.control("switches/CY-GGZY", "{\"mode\":\"down\"}");
        assertThatThrownBy(() -> Rehearsal.get(address)).isInstanceOf(UncheckedIOException.class);
        Rehearsal.control("switches/CY-GGZY", "{\"mode\":\"normal\"}");
        assertThat(Rehearsal.get(address)).isEqualTo("{\"open\":[]}");
    }
}
