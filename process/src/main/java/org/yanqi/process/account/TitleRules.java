package org.yanqi.process.account;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yanqi.process.outcome.Refusal;

/** What the tax system accepts as an invoice title (payment-invoice-courier.md, VAT invoices). */
final class TitleRules {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int PAIR_BYTES = 100;
    private static final Pattern TAX_NUMBER = Pattern.compile("[0-9A-Z]{15,20}");
    private static final Pattern PHONE = Pattern.compile("[0-9()（）\\-]{1,20}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{8,30}");

    private TitleRules() {}

    static List<Refusal> check(InvoiceTitle title, boolean special) {
        var found = new ArrayList<Refusal>();
        var enterprise = title.type() == InvoiceTitle.Type.ENTERPRISE;
        if (special && !enterprise) {
            found.add(Refusal.at("type", "refusal.title-person-special"));
        }
        if (title.name().isBlank()) {
            found.add(Refusal.at("name", "refusal.title-name-missing"));
        } else if (bytes(title.name()) > PAIR_BYTES) {
            found.add(Refusal.at("name", "refusal.title-too-long", "100"));
        }
        taxNumber(title.taxNumber().strip(), special || enterprise, found);
        if (special) {
            required(title.address(), "address", "refusal.title-address-missing", found);
            required(title.phone(), "phone", "refusal.title-phone-missing", found);
            required(title.bank(), "bank", "refusal.title-bank-missing", found);
            required(title.account(), "account", "refusal.title-account-missing", found);
        }
        shaped(title.phone().strip(), PHONE, "phone", "refusal.title-phone-malformed", found);
        shaped(title.account().strip(), ACCOUNT, "account", "refusal.title-account-malformed", found);
        if (bytes(title.address() + title.phone()) > PAIR_BYTES) {
            found.add(Refusal.at("address", "refusal.title-too-long", "100"));
        }
        if (bytes(title.bank() + title.account()) > PAIR_BYTES) {
            found.add(Refusal.at("bank", "refusal.title-too-long", "100"));
        }
        return found;
    }

    private static void taxNumber(String number, boolean required, List<Refusal> found) {
        if (number.isEmpty()) {
            if (required) {
                found.add(Refusal.at("taxNumber", "refusal.title-tax-number-missing"));
            }
        } else if (!TAX_NUMBER.matcher(number).matches()) {
            found.add(Refusal.at("taxNumber", "refusal.title-tax-number-malformed"));
        } else if (number.length() == 18 && !SocialCreditCode.isValid(number)) {
            found.add(Refusal.at("taxNumber", "warning.title-tax-number-check"));
        }
    }

    private static void required(String value, String field, String code, List<Refusal> found) {
        if (value.isBlank()) {
            found.add(Refusal.at(field, code));
        }
    }

    private static void shaped(String value, Pattern shape, String field, String code, List<Refusal> found) {
        if (!value.isEmpty() && !shape.matcher(value).matches()) {
            found.add(Refusal.at(field, code));
        }
    }

    private static int bytes(String text) {
        return text.getBytes(GBK).length;
    }
}
