package org.yanqi.demo.sample;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.account.Organisation;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.invoicing.InvoiceKind;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.QuoteRenewal;
import org.yanqi.process.renewal.RenewalView;
import org.yanqi.process.renewal.ShowRenewal;
import org.yanqi.process.renewal.StartRenewal;
import org.yanqi.process.renewal.Step;
import org.yanqi.process.renewal.WalkRenewal;

/** Walks a company's renewal through the customer's steps as far as the sample wants it. */
@Component
public class Walk {
    private final StartRenewal start;
    private final WalkRenewal walk;
    private final ShowRenewal show;
    private final QuoteRenewal quotes;

    Walk(StartRenewal start, WalkRenewal walk, ShowRenewal show, QuoteRenewal quotes) {
        this.start = start;
        this.walk = walk;
        this.show = show;
        this.quotes = quotes;
    }

    UUID started(Actor customer) {
        return value(start.start(customer, List.of()));
    }

    /** Up to the step that declares open bids. */
    public UUID drafted(Actor customer, List<UUID> certificates) {
        var renewal = started(customer);
        value(walk.chooseCertificates(customer, renewal, certificates));
        var platforms = new HashMap<UUID, Set<String>>();
        for (var certificate : certificates) {
            platforms.put(certificate, new HashSet<>(quotes.packageOf(customer, certificate)));
        }
        value(walk.bindPlatforms(customer, renewal, platforms, true));
        return renewal;
    }

    /** Up to the QR code. */
    public Payment ordered(Actor customer, List<UUID> certificates, InvoiceChoice invoice, Channel channel)
            throws InterruptedException {
        var renewal = drafted(customer, certificates);
        var declared = certificates.stream().collect(Collectors.toMap(id -> id, id -> true));
        value(walk.declareOpenBids(customer, renewal, Map.copyOf(declared)));
        value(walk.confirmOrder(customer, renewal));
        Until.present("step choose-invoice", () -> at(customer, renewal, Step.CHOOSE_INVOICE));
        value(walk.chooseInvoice(customer, renewal, invoice, channel));
        return Until.present(
                "a QR code",
                () -> Optional.ofNullable(show.one(customer, renewal).payment())
                        .filter(payment -> payment.code() != null));
    }

    public RenewalView until(Actor customer, UUID renewal, Step step) throws InterruptedException {
        return Until.present("step " + step.id(), () -> at(customer, renewal, step));
    }

    private Optional<RenewalView> at(Actor customer, UUID renewal, Step step) {
        return Optional.of(show.one(customer, renewal)).filter(view -> view.step() == step);
    }

    public static InvoiceChoice electronic(Organisation buyer, String email) {
        return new InvoiceChoice(true, InvoiceKind.ELECTRONIC_ORDINARY, title(buyer, buyer.name()), email, null, null);
    }

    /** A title that the sandbox's tax channel turns down. */
    static InvoiceChoice rejected(Organisation buyer, String email) {
        var title = title(buyer, buyer.name() + "（拒）");
        return new InvoiceChoice(true, InvoiceKind.ELECTRONIC_ORDINARY, title, email, null, null);
    }

    static InvoiceChoice paper(Organisation buyer, String email, String recipient, String mobile) {
        var to = new Recipient(null, recipient, mobile, "辽宁省" + buyer.city(), String.valueOf(buyer.address()));
        return new InvoiceChoice(
                true,
                InvoiceKind.PAPER_SPECIAL,
                title(buyer, buyer.name()),
                email,
                InvoiceChoice.Collection.COURIER,
                to);
    }

    private static InvoiceTitle title(Organisation buyer, String name) {
        return new InvoiceTitle(
                null,
                InvoiceTitle.Type.ENTERPRISE,
                name,
                buyer.taxNumber(),
                String.valueOf(buyer.address()),
                String.valueOf(buyer.phone()),
                "中国建设银行" + buyer.city() + "分行",
                "21050110" + Math.abs(buyer.taxNumber().hashCode() % 100_000_000));
    }

    public static <T> T value(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Accepted<T> accepted) {
            return accepted.value();
        }
        throw new IllegalStateException("sample data was refused: " + outcome);
    }
}
