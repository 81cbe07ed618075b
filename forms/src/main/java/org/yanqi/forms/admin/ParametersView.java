package org.yanqi.forms.admin;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Card;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.MainLayout;
import org.yanqi.forms.component.Page;
import org.yanqi.forms.component.Table;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.certificate.CertificateSettings;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.invoicing.InvoicingSettings;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.pricing.PriceRenewal;
import org.yanqi.process.renewal.RenewalSettings;
import org.yanqi.process.shipping.ShippingSettings;

/** Prices and parameters as they are in force, with what this project assumed marked as such (R1, R3, R10). */
@Route(value = "admin/parameters", layout = MainLayout.class)
@RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
public class ParametersView extends Page {
    private static final long serialVersionUID = 1L;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** Any city with a public-resource platform shows the package; the price is the same in each. */
    private static final String SAMPLE_REGION = "210100";

    public ParametersView(
            PriceRenewal prices,
            Catalogue catalogue,
            RenewalSettings renewal,
            InvoicingSettings invoicing,
            ShippingSettings shipping,
            CertificateSettings certificates,
            Clock clock) {
        super("nav.parameters");
        lead(getTranslation("parameters.lead"));
        add(new Callout(Tone.NOTICE, "", getTranslation("parameters.read-only")));
        add(prices(prices, catalogue, LocalDate.ofInstant(clock.instant(), SHANGHAI)));
        var table = table();
        row(table, "payment-window", duration(renewal.paymentWindow()), false);
        row(table, "days-before", getTranslation("parameters.days", Format.number(renewal.daysBefore())), true);
        row(table, "days-after", getTranslation("parameters.days", Format.number(renewal.daysAfter())), true);
        row(table, "draft-kept", duration(renewal.draftKept()), false);
        row(table, "supersede-grace", duration(renewal.supersedeGrace()), false);
        row(table, "vendor", certificates.vendor(), false);
        add(new Card(getTranslation("parameters.renewal"), table));
        var tax = table();
        row(tax, "rate", invoicing.rate().movePointRight(2).stripTrailingZeros().toPlainString() + "%", false);
        row(tax, "goods-code", invoicing.goodsCode(), false);
        row(tax, "goods-name", invoicing.goodsName(), false);
        row(tax, "line-name", invoicing.lineName(), false);
        row(tax, "specimen", yes(invoicing.specimen()), false);
        row(tax, "paper-special", yes(invoicing.paperSpecial()), false);
        add(new Card(getTranslation("parameters.invoicing"), tax));
        var sender = table();
        row(sender, "sender-name", shipping.senderName(), false);
        row(sender, "sender-phone", shipping.senderPhone(), false);
        row(sender, "sender-address", shipping.senderAddress(), false);
        add(new Card(getTranslation("parameters.shipping"), sender));
    }

    private Card prices(PriceRenewal prices, Catalogue catalogue, LocalDate day) {
        var table = table();
        for (var kind : KeyKind.values()) {
            var inside = prices.packageOf(kind, SAMPLE_REGION, day);
            var packageFen = prices.of(kind, SAMPLE_REGION, inside, day).packageFen();
            row(table, "package." + kind, Format.money(packageFen), false);
            catalogue.offered().stream()
                    .map(platform -> platform.code())
                    .filter(code -> !inside.contains(code))
                    .findFirst()
                    .ifPresent(outside -> {
                        var both = new HashSet<>(inside);
                        both.add(outside);
                        var extra = prices.of(kind, SAMPLE_REGION, both, day).totalFen() - packageFen;
                        row(table, "extra." + kind, Format.money(extra), true);
                    });
        }
        row(table, "subset", getTranslation("parameters.subset.value"), true);
        row(table, "no-city", getTranslation("parameters.no-city.value"), true);
        return new Card(getTranslation("parameters.prices"), table);
    }

    private Table table() {
        return new Table("parameters.", "what", "value", "source");
    }

    private void row(Table table, String what, String value, boolean assumption) {
        table.row(
                new Span(getTranslation("parameters." + what)),
                new Span(value),
                assumption
                        ? new Badge(getTranslation("parameters.assumption"), Tone.WARNING)
                        : new Badge(getTranslation("parameters.given"), Tone.NEUTRAL));
    }

    private String yes(boolean value) {
        return getTranslation(value ? "parameters.yes" : "parameters.no");
    }

    private String duration(Duration duration) {
        if (duration.isZero()) {
            return getTranslation("parameters.at-once");
        }
        return duration.toHours() >= 48
                ? getTranslation("parameters.days", Format.number(duration.toDays()))
                : duration.toMinutes() >= 120 || duration.toMinutes() % 60 == 0
                        ? getTranslation("parameters.hours", Format.number(duration.toHours()))
                        : getTranslation("parameters.minutes", Format.number(duration.toMinutes()));
    }
}
