package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.invoicing.InvoiceState;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;

/** Electronic invoices reach the customer by mail; what the tax channel rejects or forgets reaches finance. */
class InvoiceTest extends WithInvoices {
    private Case electronic() {
        return start(ELECTRONIC);
    }

    private String serial(Case one) {
        return jdbc.sql("select serial from invoice where id = ?")
                .param(one.id())
                .query(String.class)
                .single();
    }

    /** The callback, as soon as the invoice waits for it. */
    private void callback(Case one) {
        Awaitility.await().until(() -> standsAt(one.id()).contains("await-invoice"));
        var body = "{\"serial\":\"" + serial(one) + "\"}";
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        assertThat(tax(body, timestamp, hmac("tax-secret", timestamp, body))).isEqualTo(204);
    }

    private int tax(String body, String timestamp, String signature) {
        try {
            return http.perform(post("/api/callbacks/tax")
                            .contentType(MediaType.APPLICATION_JSON)
                            .header("X-Timestamp", timestamp)
                            .header("X-Signature", signature)
                            .content(body))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String secret, String timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "\n" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_electronic_invoice_is_issued_and_goes_out_by_mail_with_its_files() {
        TAX.takesInvoices();
        TAX.issuesInvoices();
        var one = electronic();

        callback(one);

        await(one, InvoiceState.DELIVERED);
        assertThat(now(one).number()).startsWith(TaxStandIn.INVOICE).hasSize(20);
        assertThat(now(one).specimen()).isTrue();
        assertThat(now(one).files()).containsExactlyInAnyOrder("pdf", "xml");
        assertThat(now(one).amounts().net() + now(one).amounts().tax())
                .isEqualTo(one.waiting().order().fen());
        assertThat(notices.caseOf(one.waiting().renewal()))
                .filteredOn(notice -> notice.kind().equals("invoice-issued"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.to()).isEqualTo("buyer@example.org"));
        assertThat(invoices.file(one.waiting().customer(), one.id(), "pdf"))
                .isEqualTo("file".getBytes(StandardCharsets.UTF_8));
        var stranger = customers.company().administrator();
        assertThatThrownBy(() -> invoices.file(stranger, one.id(), "pdf")).isInstanceOf(NotFound.class);
        assertThat(refused(invoices.sendAgain(one.waiting().customer(), one.id(), "nobody")))
                .containsExactly("refusal.email-malformed");
        accepted(invoices.sendAgain(one.waiting().customer(), one.id(), "again@example.org"));
    }

    @Test
    void a_rejected_invoice_is_corrected_and_submitted_under_a_new_serial() {
        TAX.takesInvoices();
        TAX.saysOfInvoices("{\"status\":\"rejected\",\"reason\":\"购买方名称不一致\"}");
        var one = electronic();
        var first = serial(one);
        callback(one);
        await(one, InvoiceState.REJECTED);
        assertThat(now(one).rejection()).isEqualTo("购买方名称不一致");
        var item = item("handle-rejection", one.id());
        assertThatThrownBy(() -> handle.rejection(SUPERVISOR, item, "resubmit", "x"))
                .isInstanceOf(NotAllowed.class);
        assertThat(refused(handle.rejection(FINANCE, item, "perhaps", "x"))).containsExactly("refusal.outcome-unknown");
        var corrected =
                new InvoiceTitle(null, InvoiceTitle.Type.ENTERPRISE, "沈阳另一公司", TITLE.taxNumber(), "", "", "", "");
        accepted(handle.correctTitle(FINANCE, one.id(), corrected, "typing error"));

        TAX.issuesInvoices();
        accepted(handle.rejection(FINANCE, item, "resubmit", "name corrected"));
        callback(one);

        await(one, InvoiceState.DELIVERED);
        assertThat(serial(one)).isNotEqualTo(first);
        assertThat(now(one).title().name()).isEqualTo("沈阳另一公司");
        assertThat(refused(handle.correctTitle(FINANCE, one.id(), TITLE, "too late")))
                .containsExactly("refusal.invoice-issued-already");
    }

    @Test
    void a_channel_that_does_not_call_back_is_asked_when_the_settings_say() {
        TAX.takesInvoices();
        TAX.issuesInvoices();
        var one = electronic();

        var ask = timer(one.id().toString(), "poll-due");

        var pause = Duration.between(
                ask.getCreateTime().toInstant(), ask.getDuedate().toInstant());
        assertThat(pause).isCloseTo(FIRST_POLL, Duration.ofSeconds(5));
        fire(ask);
        await(one, InvoiceState.DELIVERED);
    }

    @Test
    void an_unproven_callback_wakes_nothing() {
        TAX.takesInvoices();
        TAX.saysOfInvoices("{\"status\":\"pending\"}");
        var one = electronic();
        var body = "{\"serial\":\"" + serial(one) + "\"}";
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var old = Long.toString(clock.instant().minusSeconds(360).getEpochSecond());

        assertThat(tax(body, timestamp, hmac("another", timestamp, body))).isEqualTo(401);
        assertThat(tax(body, old, hmac("tax-secret", old, body))).isEqualTo(401);
        assertThat(tax("{", timestamp, hmac("tax-secret", timestamp, "{"))).isEqualTo(400);
        assertThat(tax("{\"serial\":\"x\"}", timestamp, hmac("tax-secret", timestamp, "{\"serial\":\"x\"}")))
                .isEqualTo(404);
        assertThat(tax("x".repeat(100_000), timestamp, "00")).isEqualTo(413);
    }

    @Test
    void what_the_channel_may_still_issue_is_submitted_again_under_its_serial_and_never_on_paper_too() {
        TAX.takesInvoices();
        TAX.saysOfInvoices("{\"status\":\"processing\"}");
        var one = electronic();
        await(one, InvoiceState.SUBMITTED);
        fire(timer(one.id().toString(), "issue-deadline-passed"));
        accepted(handle.chased(FINANCE, item("chase-invoice", one.id()), "take-over", "渠道一直没有答复"));
        var rejection = item("handle-rejection", one.id());
        var serial = serial(one);

        assertThat(refused(handle.rejection(FINANCE, rejection, "paper", "改开纸质")))
                .containsExactly("refusal.invoice-with-channel");
        assertThat(refused(handle.correctTitle(FINANCE, one.id(), TITLE, "改抬头")))
                .containsExactly("refusal.invoice-with-channel");
        TAX.issuesInvoices();
        accepted(handle.rejection(FINANCE, rejection, "resubmit", "再次提交"));
        callback(one);
        await(one, InvoiceState.DELIVERED);
        assertThat(serial(one)).isEqualTo(serial);
    }
}
