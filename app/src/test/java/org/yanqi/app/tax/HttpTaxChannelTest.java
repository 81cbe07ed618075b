package org.yanqi.app.tax;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.invoicing.InvoiceKind;
import org.yanqi.process.invoicing.port.TaxChannel;

/** The tax channel's wire: signed both ways, asynchronous; files from the channel's own address only. */
class HttpTaxChannelTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final WireMockExtension TAX = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private final TaxChannel channel = new HttpTaxChannel(
            new TaxProperties(URI.create(TAX.baseUrl() + "/tax"), "secret", "http://localhost/api/callbacks/tax"),
            JSON,
            Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai")));

    private static final TaxChannel.Submission SUBMISSION = new TaxChannel.Submission(
            "I1",
            InvoiceKind.ELECTRONIC_ORDINARY,
            new InvoiceTitle(null, InvoiceTitle.Type.ENTERPRISE, "沈阳某公司", "91210100799655058B", "", "", "", ""),
            List.of(new TaxChannel.Line(
                    "3040205000000000000", "信息技术服务", "延期", new BigDecimal("0.06"), 20000, 18868, 1132)));

    @Test
    void a_submission_is_signed_over_time_and_body() throws Exception {
        TAX.stubFor(post("/tax/v1/invoices")
                .willReturn(okJson("{\"id\":\"t1\",\"status\":\"accepted\"}").withStatus(202)));

        assertThat(channel.submit(SUBMISSION)).isEqualTo("t1");

        var request = TAX.getAllServeEvents().get(0).getRequest();
        assertThat(request.getHeader("X-Signature"))
                .isEqualTo(TaxSignature.sign("secret", request.getHeader("X-Timestamp"), request.getBodyAsString()));
        var told = JSON.readTree(request.getBodyAsString());
        assertThat(told.path("kind").asText()).isEqualTo("82");
        assertThat(told.path("lines").get(0).path("tax").asLong()).isEqualTo(1132);
        assertThat(told.path("buyer").has("bank")).isFalse();
    }

    @Test
    void a_refusal_of_the_content_is_refused_and_trouble_is_unknown() {
        TAX.stubFor(post("/tax/v1/invoices")
                .willReturn(okJson("{\"code\":\"bad\",\"message\":\"税号不存在\"}").withStatus(422)));
        assertThatThrownBy(() -> channel.submit(SUBMISSION))
                .isInstanceOf(TaxChannel.Refused.class)
                .hasMessage("税号不存在");

        for (var status : new int[] {401, 429, 500, 503}) {
            TAX.stubFor(post("/tax/v1/invoices").willReturn(aResponse().withStatus(status)));
            assertThatThrownBy(() -> channel.submit(SUBMISSION)).isInstanceOf(TaxChannel.NoAnswer.class);
        }
        TAX.stubFor(post("/tax/v1/invoices").willReturn(okJson("not json")));
        assertThatThrownBy(() -> channel.submit(SUBMISSION)).isInstanceOf(TaxChannel.NoAnswer.class);
    }

    @Test
    void an_issued_invoice_brings_its_files() throws Exception {
        TAX.stubFor(get("/tax/v1/invoices/t1")
                .willReturn(okJson(
                        "{\"id\":\"t1\",\"serial\":\"I1\",\"status\":\"issued\",\"number\":\"26212000000010000001\","
                                + "\"issuedAt\":\"2026-11-22T04:00:00Z\",\"files\":{\"pdf\":\"" + TAX.baseUrl()
                                + "/tax/files/t1.pdf\"}}")));
        TAX.stubFor(get("/tax/files/t1.pdf").willReturn(aResponse().withBody(new byte[] {1, 2, 3})));

        var status = (TaxChannel.Status.Issued) channel.ask("t1");

        assertThat(status.number()).isEqualTo("26212000000010000001");
        assertThat(status.paperCode()).isNull();
        assertThat(status.files().get("pdf")).containsExactly(1, 2, 3);
    }

    @Test
    void a_file_elsewhere_is_not_fetched() {
        TAX.stubFor(get("/tax/v1/invoices/t1")
                .willReturn(okJson("{\"status\":\"issued\",\"number\":\"1\",\"issuedAt\":\"2026-11-22T04:00:00Z\","
                        + "\"files\":{\"pdf\":\"http://169.254.169.254/latest\"}}")));

        assertThatThrownBy(() -> channel.ask("t1")).isInstanceOf(TaxChannel.NoAnswer.class);
    }

    @Test
    void pending_and_rejected_are_told_apart() throws Exception {
        TAX.stubFor(get("/tax/v1/invoices/t1").willReturn(okJson("{\"status\":\"pending\"}")));
        assertThat(channel.ask("t1")).isInstanceOf(TaxChannel.Status.Pending.class);

        TAX.stubFor(get("/tax/v1/invoices/t1").willReturn(okJson("{\"status\":\"rejected\",\"reason\":\"名称不符\"}")));
        assertThat(channel.ask("t1")).isEqualTo(new TaxChannel.Status.Rejected("名称不符"));
    }
}
