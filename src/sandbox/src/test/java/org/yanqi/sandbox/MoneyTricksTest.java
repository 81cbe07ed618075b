package org.yanqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be made to go wrong with money beyond a payment, by HTTP and from the page. */
class MoneyTricksTest {
    @AfterEach
    void heal() {
        Rehearsal.control("bills/wechat", "{\"damage\":[]}");
        Rehearsal.control("refunds", "{\"abnormal\":false}");
    }

    private static HttpResponse<String> press(String button, String form) {
        return Rehearsal.send("POST", "/press/" + button, "application/x-www-form-urlencoded", form);
    }

    @Test
    void a_changed_key_signs_at_once_and_its_public_half_lies_beside_the_old_ones(@TempDir Path own)
            throws IOException {
        try (Sandbox sandbox = Sandbox.start(Rehearsal.options(own, Rehearsal.freePort()))) {
            String keys = sandbox.url() + "/control/keys/wechat";
            JsonNode before = Rehearsal.json(Rehearsal.get(keys));

            Rehearsal.send("POST", keys + "/change", "application/json", "{}");

            JsonNode after = Rehearsal.json(Rehearsal.get(keys));
            assertThat(after.path("signing")).isNotEqualTo(before.path("signing"));
            assertThat(after.path("published")).hasSize(2);
            Path file = own.resolve("wechat-platform-keys")
                    .resolve(after.path("signing").asText() + ".pem");
            assertThat(Files.readString(file)).startsWith("-----BEGIN PUBLIC KEY-----");

            Rehearsal.send("POST", keys + "/withdraw", "application/json", "{}");

            assertThat(Rehearsal.json(Rehearsal.get(keys)).path("published")).hasSize(1);
        }
    }

    @Test
    void damage_is_planted_and_healed_by_http_and_toggled_on_the_page() {
        JsonNode planted = Rehearsal.control("bills/wechat", "{\"damage\":[\"no-summary\",\"missing-row\"]}");
        assertThat(planted.path("wechat").size()).isEqualTo(2);

        assertThat(press("bill", "service=wechat&damage=missing-row").statusCode())
                .isIn(200, 303);

        JsonNode left = Rehearsal.json(Rehearsal.get("/control/bills"));
        assertThat(left.path("wechat")).hasSize(1);
        assertThat(Rehearsal.get("/")).contains("账单、退款与密钥").contains("aria-pressed='true'>缺汇总");
    }

    @Test
    void an_unknown_damage_or_channel_is_refused_with_a_sentence() {
        assertThat(Rehearsal.send(
                                "POST",
                                "/control/bills/wechat",
                                "application/json",
                                "{\"damage\":[\"eaten-by-the-dog\"]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Rehearsal.send("POST", "/control/bills/cash", "application/json", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refunds_can_be_made_to_fail_on_the_page() {
        press("refunds", "");
        assertThat(Rehearsal.get("/")).contains("aria-pressed='true'>退款失败");
        press("refunds", "");
        assertThat(Rehearsal.get("/")).contains("aria-pressed='false'>退款失败");
    }
}
