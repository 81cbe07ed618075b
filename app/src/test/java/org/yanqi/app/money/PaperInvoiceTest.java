package org.yanqi.app.money;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.invoicing.InvoiceKind;
import org.yanqi.process.invoicing.InvoiceState;
import org.yanqi.process.shipping.CoverSheet;
import org.yanqi.process.shipping.ShipmentState;
import org.yanqi.process.shipping.Shipments;

/** Paper invoices reach the customer by courier or over the counter. */
class PaperInvoiceTest extends WithInvoices {
    @Autowired
    Shipments shipments;

    @Autowired
    CoverSheet sheets;

    private Case paper(String address) {
        return start(new InvoiceChoice(
                true,
                InvoiceKind.PAPER_SPECIAL,
                TITLE,
                null,
                InvoiceChoice.Collection.COURIER,
                new Recipient(null, "李四", "13900000000", "辽宁省大连市", address)));
    }

    private void courierGives(String waybill, int filter) {
        var inner = "{\\\"success\\\":true,\\\"errorCode\\\":\\\"S0000\\\",\\\"msgData\\\":{\\\"filterResult\\\":"
                + filter + ",\\\"waybillNoInfoList\\\":[{\\\"waybillType\\\":1,\\\"waybillNo\\\":\\\"" + waybill
                + "\\\"}]}}";
        PLATFORMS.stubFor(WireMock.post(urlPathEqualTo("/sf/std/service"))
                .withRequestBody(containing("EXP_RECE_CREATE_ORDER"))
                .willReturn(okJson("{\"apiResultCode\":\"A1000\",\"apiResultData\":\"" + inner + "\"}")));
    }

    private void courierDelivers(String waybill) {
        var inner =
                "{\\\"success\\\":true,\\\"errorCode\\\":\\\"S0000\\\",\\\"msgData\\\":{\\\"routeResps\\\":[{\\\"mailNo\\\":\\\""
                        + waybill
                        + "\\\",\\\"routes\\\":[{\\\"acceptTime\\\":\\\"2026-11-23"
                        + " 10:00:00\\\",\\\"acceptAddress\\\":\\\"大连\\\",\\\"remark\\\":\\\"已签收\\\",\\\"opCode\\\":\\\"80\\\"}]}]}}";
        PLATFORMS.stubFor(WireMock.post(urlPathEqualTo("/sf/std/service"))
                .withRequestBody(containing("EXP_RECE_SEARCH_ROUTES"))
                .willReturn(okJson("{\"apiResultCode\":\"A1000\",\"apiResultData\":\"" + inner + "\"}")));
    }

    private int push(String waybill, String token) {
        try {
            return http.perform(post("/api/callbacks/sf?token=" + token)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"Body\":{\"WaybillRoute\":[{\"mailno\":\"" + waybill
                                    + "\",\"opCode\":\"80\"}]}}"))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digits(int length) {
        return String.format(
                        "%0" + length + "d", Math.abs(UUID.randomUUID().getMostSignificantBits()) % 1_000_000_000_000L)
                .substring(0, length);
    }

    @Test
    void a_paper_invoice_is_issued_sent_by_courier_and_delivered() {
        var waybill = "SF" + digits(13);
        courierGives(waybill, 2);
        courierDelivers(waybill);
        var one = paper("中山路 1 号");
        var issue = item("issue-paper-invoice", one.id());
        assertThat(refused(handle.issuedOnPaper(FINANCE, issue, "12", "34")))
                .containsExactly("refusal.invoice-code-malformed", "refusal.invoice-number-malformed");
        var code = digits(12);
        accepted(handle.issuedOnPaper(FINANCE, issue, code, "12345678"));
        accepted(handle.dispatch(FINANCE, item("dispatch-invoice", one.id()), "courier", null));
        Awaitility.await().until(() -> standsAt(one.id()).contains("await-delivery"));
        var parcel = shipments.ofSubject(one.id()).orElseThrow();
        assertThat(parcel.waybill()).isEqualTo(waybill);
        assertThat(new String(accepted(sheets.print(FINANCE, parcel.id())), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");

        assertThat(push(waybill, "guess")).isEqualTo(401);
        assertThat(push("SF0000000000000", "only-the-courier-knows")).isEqualTo(404);
        assertThat(push(waybill, "only-the-courier-knows")).isEqualTo(200);

        await(one, InvoiceState.DELIVERED);
        assertThat(shipments.ofSubject(one.id()).orElseThrow().state()).isEqualTo(ShipmentState.DELIVERED);
        var other = paper("x");
        assertThat(refused(handle.issuedOnPaper(FINANCE, item("issue-paper-invoice", other.id()), code, "12345678")))
                .containsExactly("refusal.invoice-number-used");
    }

    @Test
    void where_the_courier_does_not_go_finance_types_a_waybill_or_holds_the_invoice() {
        courierGives("SF" + digits(13), 3);
        var one = paper("不可达");
        accepted(handle.issuedOnPaper(FINANCE, item("issue-paper-invoice", one.id()), digits(12), "00000001"));
        var first = item("dispatch-invoice", one.id());
        accepted(handle.dispatch(FINANCE, first, "courier", null));
        Awaitility.await()
                .until(() -> shipments.ofSubject(one.id()).orElseThrow().state() == ShipmentState.REFUSED);
        var second = item("dispatch-invoice", one.id());
        assertThat(second).isNotEqualTo(first);
        assertThat(refused(handle.dispatch(FINANCE, second, "typed", "?")))
                .containsExactly("refusal.waybill-malformed");
        assertThat(shipments.ofCase(one.waiting().renewal())).hasSize(1);

        accepted(handle.dispatch(FINANCE, second, "counter", null));
        accepted(handle.handedOver(FINANCE, item("hand-over-invoice", one.id()), "李四"));

        await(one, InvoiceState.DELIVERED);
        assertThat(List.of(now(one).paperNumber(), now(one).paperCode())).contains("00000001");
    }
}
