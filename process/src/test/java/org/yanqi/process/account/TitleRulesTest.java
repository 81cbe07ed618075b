package org.yanqi.process.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yanqi.process.outcome.Refusal;

class TitleRulesTest {
    private static final InvoiceTitle WHOLE = new InvoiceTitle(
            null,
            InvoiceTitle.Type.ENTERPRISE,
            "沈阳华兴建设工程有限公司",
            "91330100799655058B",
            "辽宁省沈阳市和平区文化路18号",
            "024-23890011",
            "中国建设银行沈阳分行",
            "2105011000012345");

    private static List<String> codes(InvoiceTitle title, boolean special) {
        return TitleRules.check(title, special).stream().map(Refusal::code).toList();
    }

    private static InvoiceTitle with(InvoiceTitle.Type type, String name, String tax, String phone, String account) {
        return new InvoiceTitle(null, type, name, tax, WHOLE.address(), phone, WHOLE.bank(), account);
    }

    @Test
    void a_whole_title_passes_for_every_kind() {
        assertThat(codes(WHOLE, true)).isEmpty();
        assertThat(codes(WHOLE, false)).isEmpty();
    }

    @Test
    void a_special_invoice_wants_all_six_fields() {
        var bare = new InvoiceTitle(null, InvoiceTitle.Type.ENTERPRISE, "", "", "", "", "", "");

        assertThat(codes(bare, true))
                .containsExactlyInAnyOrder(
                        "refusal.title-name-missing",
                        "refusal.title-tax-number-missing",
                        "refusal.title-address-missing",
                        "refusal.title-phone-missing",
                        "refusal.title-bank-missing",
                        "refusal.title-account-missing");
    }

    @Test
    void an_ordinary_invoice_to_a_person_wants_a_name_only() {
        var person = new InvoiceTitle(null, InvoiceTitle.Type.PERSON, "李敏", "", "", "", "", "");

        assertThat(codes(person, false)).isEmpty();
        assertThat(codes(person, true)).contains("refusal.title-person-special");
    }

    @Test
    void a_failed_check_digit_warns_and_does_not_hinder() {
        var slip =
                with(InvoiceTitle.Type.ENTERPRISE, WHOLE.name(), "91330100799655058A", WHOLE.phone(), WHOLE.account());

        assertThat(codes(slip, true)).containsExactly("warning.title-tax-number-check");
    }

    @Test
    void an_old_tax_number_of_fifteen_digits_passes() {
        var old = with(InvoiceTitle.Type.ENTERPRISE, WHOLE.name(), "210102123456789", WHOLE.phone(), WHOLE.account());

        assertThat(codes(old, true)).isEmpty();
    }

    @Test
    void phone_and_account_have_their_shapes() {
        var odd = with(InvoiceTitle.Type.ENTERPRISE, WHOLE.name(), WHOLE.taxNumber(), "call me", "6222-0000");

        assertThat(codes(odd, true))
                .containsExactlyInAnyOrder("refusal.title-phone-malformed", "refusal.title-account-malformed");
    }

    @Test
    void address_and_phone_share_a_hundred_bytes_of_gbk() {
        var exact = new InvoiceTitle(
                null,
                InvoiceTitle.Type.ENTERPRISE,
                WHOLE.name(),
                WHOLE.taxNumber(),
                "路".repeat(44),
                "024-23890011",
                WHOLE.bank(),
                WHOLE.account());
        var over = new InvoiceTitle(
                null,
                InvoiceTitle.Type.ENTERPRISE,
                WHOLE.name(),
                WHOLE.taxNumber(),
                "路".repeat(45),
                "024-23890011",
                WHOLE.bank(),
                WHOLE.account());

        assertThat(codes(exact, true)).isEmpty();
        assertThat(codes(over, true)).containsExactly("refusal.title-too-long");
    }
}
