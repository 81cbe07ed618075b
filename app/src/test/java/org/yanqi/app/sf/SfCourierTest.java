package org.yanqi.app.sf;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.shipping.CoverSheet;
import org.yanqi.process.shipping.Shipment;
import org.yanqi.process.shipping.ShippingSettings;
import org.yanqi.process.shipping.port.Courier;

/** 丰桥's wire: the digest out, both layers in. */
class SfCourierTest {
    private static final String CHECK_WORD = "check&word+1";
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final WireMockExtension SF = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private final Courier courier = new SfCourier(
            new SfWire(
                    new SfProperties(URI.create(SF.baseUrl() + "/std/service"), "YQTEST", CHECK_WORD, null, null),
                    JSON,
                    Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai"))),
            new ShippingSettings("网联", "400-125-7788", "辽宁省", "沈阳市", "服务大厅"));

    private static final Courier.Booking BOOKING =
            new Courier.Booking("YQ1", new Recipient(null, "张三", "13800000000", "辽宁省大连市", "中山路 1 号"), "invoice");

    private static void answers(String service, String error, Object content) {
        try {
            var inner = new LinkedHashMap<String, Object>();
            inner.put("success", "S0000".equals(error));
            inner.put("errorCode", error);
            inner.put("errorMsg", "S0000".equals(error) ? "" : "说明");
            inner.put("msgData", content);
            var outer = Map.of(
                    "apiResultCode", "A1000", "apiErrorMsg", "", "apiResultData", JSON.writeValueAsString(inner));
            SF.stubFor(post(urlPathEqualTo("/std/service"))
                    .withRequestBody(containing("serviceCode=" + service))
                    .willReturn(okJson(JSON.writeValueAsString(outer))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> booked(String waybill, int filter) {
        return Map.of(
                "orderId",
                "YQ1",
                "filterResult",
                filter,
                "waybillNoInfoList",
                List.of(Map.of("waybillType", 1, "waybillNo", waybill)));
    }

    @Test
    void a_booking_gives_a_waybill_and_is_signed_freight_collect() throws Exception {
        answers("EXP_RECE_CREATE_ORDER", "S0000", booked("SF1234567890123", 2));

        assertThat(courier.book(BOOKING)).isEqualTo("SF1234567890123");

        var form = form(SF.getAllServeEvents().get(0).getRequest().getBodyAsString());
        assertThat(form.get("msgDigest"))
                .isEqualTo(SfWire.digest(form.get("msgData"), form.get("timestamp"), CHECK_WORD));
        var order = JSON.readTree(form.get("msgData"));
        assertThat(order.path("orderId").asText()).isEqualTo("YQ1");
        assertThat(order.path("payMethod").asInt()).isEqualTo(2);
        assertThat(order.path("expressTypeId").asInt()).isEqualTo(2);
        assertThat(order.path("contactInfoList").get(1).path("contactType").asInt())
                .isEqualTo(2);
    }

    private static Map<String, String> form(String body) {
        var form = new LinkedHashMap<String, String>();
        for (var pair : body.split("&")) {
            var parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    /** Computed by hand with Python's hashlib and urllib. */
    @Test
    void the_digest_is_that_of_the_specification() {
        assertThat(SfWire.digest("{\"a\":\"张 三\"}", "1700000000000", "secret")).isEqualTo("oUv/tYB0bJpuAUShRpv4gw==");
    }

    @Test
    void a_repeated_booking_finds_the_waybill_of_the_first() throws Exception {
        answers("EXP_RECE_CREATE_ORDER", "8016", null);
        answers("EXP_RECE_SEARCH_ORDER_RESP", "S0000", booked("SF1111111111111", 2));

        assertThat(courier.book(BOOKING)).isEqualTo("SF1111111111111");
    }

    @Test
    void an_address_that_cannot_be_reached_is_refused() {
        answers("EXP_RECE_CREATE_ORDER", "S0000", booked("SF1234567890123", 3));

        assertThatThrownBy(() -> courier.book(BOOKING)).isInstanceOf(Courier.Refused.class);
    }

    @Test
    void what_the_inner_layer_declines_is_refused_and_what_the_outer_layer_declines_is_unknown() {
        answers("EXP_RECE_CREATE_ORDER", "1010", null);
        assertThatThrownBy(() -> courier.book(BOOKING)).isInstanceOf(Courier.Refused.class);

        SF.stubFor(post(urlPathEqualTo("/std/service"))
                .willReturn(okJson("{\"apiResultCode\":\"A1006\",\"apiErrorMsg\":\"数字签名无效\",\"apiResultData\":\"\"}")));
        assertThatThrownBy(() -> courier.book(BOOKING)).isInstanceOf(Courier.NoAnswer.class);

        SF.stubFor(post(urlPathEqualTo("/std/service")).willReturn(serverError()));
        assertThatThrownBy(() -> courier.book(BOOKING)).isInstanceOf(Courier.NoAnswer.class);
    }

    @Test
    void a_route_is_read_in_order_of_time_in_chinas_zone() throws Exception {
        answers(
                "EXP_RECE_SEARCH_ROUTES",
                "S0000",
                Map.of(
                        "routeResps",
                        List.of(Map.of(
                                "mailNo",
                                "SF1",
                                "routes",
                                List.of(
                                        Map.of(
                                                "acceptTime", "2026-11-23 18:00:00",
                                                "acceptAddress", "大连市",
                                                "remark", "已签收",
                                                "opCode", "80"),
                                        Map.of(
                                                "acceptTime", "2026-11-22 09:00:00",
                                                "acceptAddress", "沈阳市",
                                                "remark", "已收取",
                                                "opCode", "50"))))));

        assertThat(courier.route("SF1"))
                .containsExactly(
                        new Shipment.Step(Instant.parse("2026-11-22T01:00:00Z"), "沈阳市", "已收取", "50"),
                        new Shipment.Step(Instant.parse("2026-11-23T10:00:00Z"), "大连市", "已签收", "80"));
    }

    @Test
    void the_cover_sheet_is_one_page_with_something_on_it() throws IOException {
        var pdf = new DrawnSheet()
                .print(new CoverSheet.Sheet(
                        "SF1234567890123", BOOKING.to(), "网联 沈阳市服务大厅", "400-125-7788", LocalDate.of(2026, 11, 22)));

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var page = new PDFRenderer(document).renderImageWithDPI(0, 72);
            assertThat(darkIn(page)).isGreaterThan(2000);
        }
        var target = Path.of("target", "cover-sheet.pdf");
        Files.write(target, pdf);
    }

    private static long darkIn(BufferedImage page) {
        var dark = 0L;
        for (var x = 0; x < page.getWidth(); x++) {
            for (var y = 0; y < page.getHeight(); y++) {
                dark += (page.getRGB(x, y) & 0xff) < 100 ? 1 : 0;
            }
        }
        return dark;
    }
}
