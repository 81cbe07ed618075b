package org.yanqi.app.platform;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.client.RestClient;
import org.yanqi.process.platform.port.OpenBids.OpenBid;
import org.yanqi.process.platform.port.PlatformGateway.Unreachable;
import org.yanqi.process.platform.port.PlatformGateway.Update;

class PlatformClientTest {
    @RegisterExtension
    static final WireMockExtension PLATFORMS =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final Update UPDATE = new Update(
            "k1",
            "LN-JSGC",
            "91330100799655058B",
            "1a2b",
            "\u5f20\u4e09",
            LocalDate.of(2026, 11, 22),
            LocalDate.of(2027, 12, 1));

    @Test
    void tells_a_platform_a_term_under_its_key_and_with_its_token() throws Exception {
        PLATFORMS.stubFor(post("/platforms/LN-JSGC/entitlements").willReturn(okJson("{\"status\":\"accepted\"}")));

        client().tell(UPDATE);

        PLATFORMS.verify(postRequestedFor(urlEqualTo("/platforms/LN-JSGC/entitlements"))
                .withHeader("Authorization", equalTo("Bearer common"))
                .withRequestBody(equalToJson("""
                                {"key":"k1","organisation":"91330100799655058B","certificateSerial":"1a2b",
                                 "holder":"\u5f20\u4e09","from":"2026-11-22","until":"2027-12-01"}""")));
    }

    @Test
    void an_error_a_silence_and_a_strange_answer_are_unknown() {
        PLATFORMS.stubFor(post("/platforms/LN-JSGC/entitlements").willReturn(serverError()));
        assertThatThrownBy(() -> client().tell(UPDATE)).isInstanceOf(Unreachable.class);

        PLATFORMS.stubFor(post("/platforms/LN-JSGC/entitlements")
                .willReturn(aResponse().withFixedDelay(5_000).withStatus(200)));
        assertThatThrownBy(() -> client().tell(UPDATE)).isInstanceOf(Unreachable.class);

        PLATFORMS.stubFor(post("/platforms/LN-JSGC/entitlements").willReturn(okJson("{\"status\":\"later\"}")));
        assertThatThrownBy(() -> client().tell(UPDATE)).isInstanceOf(Unreachable.class);

        PLATFORMS.stubFor(post("/platforms/LN-JSGC/entitlements")
                .willReturn(aResponse().withStatus(200).withBody("<html>")));
        assertThatThrownBy(() -> client().tell(UPDATE)).isInstanceOf(Unreachable.class);
    }

    @Test
    void asks_a_platform_at_its_own_address_for_unopened_bids() throws Exception {
        PLATFORMS.stubFor(get("/own/open-bids?certificateSerial=1a2b&uscc=T1").willReturn(okJson("""
                                        {"open":[{"project":"P1","opensAt":"2026-12-01T09:00:00+08:00"},
                                                 {"project":"P2","opensAt":"soon"}]}""")));

        assertThat(client().ask("LN-ZFCG", "T1", "1a2b"))
                .containsExactly(
                        new OpenBid("LN-ZFCG", "P1", Instant.parse("2026-12-01T01:00:00Z")),
                        new OpenBid("LN-ZFCG", "P2", null));
        assertThat(client().answers("LN-ZFCG")).isTrue();
        assertThat(client().answers("HC-DZCG")).isFalse();
    }

    private static PlatformClient client() {
        var base = URI.create(PLATFORMS.baseUrl() + "/platforms");
        var properties = new PlatformsProperties(
                base,
                "common",
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                Map.of(
                        "LN-ZFCG",
                        new PlatformsProperties.Endpoint(URI.create(PLATFORMS.baseUrl() + "/own"), null, true),
                        "HC-DZCG",
                        new PlatformsProperties.Endpoint(null, null, false)));
        return new PlatformClient(properties, RestClient.builder());
    }
}
