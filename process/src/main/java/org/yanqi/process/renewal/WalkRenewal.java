package org.yanqi.process.renewal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.InvoiceTitles;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.renewal.TakeStep.Said;
import org.yanqi.process.renewal.model.Claims;
import org.yanqi.process.renewal.model.RenewalRow;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/** The customer's steps: each checks, keeps the draft, completes its step and lets the model go on. Refused if the case is at another step by now. */
@Service
public class WalkRenewal {
    private static final Map<String, Object> NEXT = Map.of("direction", "next");
    private static final Set<Step> WITH_A_WAY_BACK =
            Set.of(Step.BIND_PLATFORMS, Step.DECLARE_OPEN_BIDS, Step.CONFIRM_ORDER);

    private final TakeStep steps;
    private final CheckDraft check;
    private final UnopenedBids bids;
    private final Claims claims;
    private final Certificates certificates;
    private final InvoiceTitles titles;
    private final Orders orders;
    private final RenewalAccess access;
    private final ShowRenewal show;
    private final Signals signals;
    private final AppendToRecord log;
    private final Clock clock;

    WalkRenewal(
            TakeStep steps,
            CheckDraft check,
            UnopenedBids bids,
            Claims claims,
            Certificates certificates,
            InvoiceTitles titles,
            Orders orders,
            RenewalAccess access,
            ShowRenewal show,
            Signals signals,
            AppendToRecord log,
            Clock clock) {
        this.steps = steps;
        this.check = check;
        this.bids = bids;
        this.claims = claims;
        this.certificates = certificates;
        this.titles = titles;
        this.orders = orders;
        this.access = access;
        this.show = show;
        this.signals = signals;
        this.log = log;
        this.clock = clock;
    }

    /** Takes certificates into the case; from now on no other case can renew them. */
    @Transactional
    public Outcome<RenewalView> chooseCertificates(Actor actor, UUID renewal, List<UUID> certificates) {
        var chosen = certificates.stream().distinct().toList();
        var facts = Map.of("certificates", Integer.toString(chosen.size()));
        return steps.take(
                actor,
                renewal,
                Step.SELECT_CERTIFICATES,
                row -> takeCertificates(actor, row, chosen),
                new Said("certificates-chosen", facts, NEXT));
    }

    private List<Refusal> takeCertificates(Actor actor, RenewalRow row, List<UUID> chosen) {
        var reasons = check.certificates(actor, row, chosen);
        if (!reasons.isEmpty()) {
            return reasons;
        }
        var held = claims.take(row.id(), chosen);
        if (!held.isEmpty()) {
            return held.stream().map(id -> inRenewal(actor, id)).toList();
        }
        claims.releaseAllBut(row.id(), chosen);
        var words = new ArrayList<String>();
        for (var id : chosen) {
            var pair = this.certificates.one(actor, id);
            words.addAll(List.of(pair.serial(), pair.keySerial(), pair.holderName()));
        }
        row.foundBy(words);
        row.keep(Drafts.withCertificates(row.draft(), chosen), clock.instant());
        return List.of();
    }

    private Refusal inRenewal(Actor actor, UUID certificate) {
        var pair = certificates.one(actor, certificate);
        return Refusal.at(
                "certificates",
                "refusal.certificate-in-renewal",
                pair.holderName(),
                pair.lastDay().toString());
    }

    /** @param finalRead the customer read that the choice cannot be changed after payment */
    @Transactional
    public Outcome<RenewalView> bindPlatforms(
            Actor actor, UUID renewal, Map<UUID, Set<String>> platforms, boolean finalRead) {
        return steps.take(
                actor,
                renewal,
                Step.BIND_PLATFORMS,
                row -> {
                    var reasons = check.platforms(actor, row.draft().certificates(), platforms, finalRead);
                    if (reasons.isEmpty()) {
                        row.keep(Drafts.withPlatforms(row.draft(), platforms, finalRead), clock.instant());
                    }
                    return reasons;
                },
                new Said("platforms-chosen", Map.of(), NEXT));
    }

    /** Called without a transaction: the platforms are asked first (R4). */
    public Outcome<RenewalView> declareOpenBids(Actor actor, UUID renewal, Map<UUID, Boolean> declared) {
        var found = bids.of(actor, renewal);
        return steps.take(
                actor,
                renewal,
                Step.DECLARE_OPEN_BIDS,
                row -> {
                    var reasons = new ArrayList<>(
                            check.declarations(actor, row.draft().certificates(), declared));
                    found.open()
                            .forEach((id, open) -> open.forEach(bid -> reasons.add(Refusal.at(
                                    "declared." + id,
                                    "refusal.open-bid-found",
                                    certificates.one(actor, id).holderName(),
                                    bids.name(bid.platform()),
                                    bid.project()))));
                    if (reasons.isEmpty()) {
                        row.keep(Drafts.withDeclarations(row.draft(), declared), clock.instant());
                    }
                    return reasons;
                },
                new Said("open-bids-declared", Map.of("silent", String.join(" ", found.silent())), NEXT));
    }

    /** Looks at the whole draft once more; the order is placed in the same transaction. */
    @Transactional
    public Outcome<RenewalView> confirmOrder(Actor actor, UUID renewal) {
        return steps.take(
                actor,
                renewal,
                Step.CONFIRM_ORDER,
                row -> {
                    var draft = row.draft();
                    var reasons = new ArrayList<>(check.certificates(actor, row, draft.certificates()));
                    reasons.addAll(check.platforms(actor, draft.certificates(), draft.platforms(), draft.finalRead()));
                    reasons.addAll(check.declarations(actor, draft.certificates(), draft.declared()));
                    return reasons;
                },
                new Said("order-confirmed", Map.of(), NEXT));
    }

    /** Titles and recipients that were entered are kept for the next time. */
    @Transactional
    public Outcome<RenewalView> chooseInvoice(Actor actor, UUID renewal, InvoiceChoice invoice, Channel channel) {
        var kind = invoice.wanted() && invoice.kind() != null ? invoice.kind().name() : "NONE";
        return steps.take(
                actor,
                renewal,
                Step.CHOOSE_INVOICE,
                row -> {
                    var reasons = new ArrayList<>(check.invoice(row, invoice));
                    if (isPaymentWindowOver(row)) {
                        reasons.add(Refusal.of("refusal.payment-window-over"));
                    }
                    if (reasons.isEmpty()) {
                        keepForReuse(actor, row, invoice);
                        row.chooseInvoice(Drafts.withInvoice(row.draft(), invoice, channel), clock.instant());
                    }
                    return reasons;
                },
                new Said(
                        "invoice-chosen",
                        Map.of("kind", kind, "channel", channel.name()),
                        Map.of("direction", "next", "channel", word(channel))));
    }

    private void keepForReuse(Actor actor, RenewalRow row, InvoiceChoice choice) {
        var kind = choice.kind();
        if (!choice.wanted() || kind == null) {
            return;
        }
        if (choice.title() != null) {
            titles.keep(actor, row.organisation(), choice.title(), kind.isSpecial());
        }
        if (choice.recipient() != null && choice.collection() == InvoiceChoice.Collection.COURIER) {
            titles.keep(actor, row.organisation(), choice.recipient());
        }
    }

    /** Closes the open attempt and opens one at the other channel; the payment window does not begin anew. */
    @Transactional
    public Outcome<RenewalView> changePaymentMethod(Actor actor, UUID renewal, Channel channel) {
        var row = access.walked(actor, renewal);
        if (row.state() != RenewalState.AWAITING_PAYMENT) {
            return Outcome.refused(Refusal.of("refusal.step-passed"));
        }
        if (isPaymentWindowOver(row)) {
            return Outcome.refused(Refusal.of("refusal.payment-window-over"));
        }
        var words = Map.<String, Object>of("channel", word(channel));
        if (!signals.correlate(Messages.PAYMENT_METHOD_CHANGED, renewal.toString(), words)) {
            return Outcome.refused(Refusal.of("refusal.step-passed"));
        }
        row.keep(Drafts.withChannel(row.draft(), channel), clock.instant());
        log.append(actor, renewal, "renewal " + renewal, "payment-method-changed", Map.of("channel", channel.name()));
        return Outcome.accepted(show.view(row));
    }

    /** One step back; what was entered stays. */
    @Transactional
    public Outcome<RenewalView> back(Actor actor, UUID renewal, Step from) {
        if (!WITH_A_WAY_BACK.contains(from)) {
            return Outcome.refused(Refusal.of("refusal.no-way-back"));
        }
        return steps.take(
                actor,
                renewal,
                from,
                row -> {
                    row.keep(row.draft(), clock.instant());
                    return List.of();
                },
                new Said("stepped-back", Map.of("step", from.id()), Map.of("direction", "back")));
    }

    /** Cancels the draft or the unpaid order; a payment that came first wins. */
    @Transactional
    public Outcome<RenewalView> cancel(Actor actor, UUID renewal, String reason) {
        var row = access.walked(actor, renewal);
        if (row.state() != RenewalState.DRAFT && row.state() != RenewalState.AWAITING_PAYMENT) {
            return Outcome.refused(Refusal.of("refusal.step-passed"));
        }
        var before = row.cancelReason();
        row.askCancel(reason.strip(), clock.instant());
        if (!signals.correlate(Messages.RENEWAL_CANCELLED, renewal.toString(), Map.of())) {
            row.askCancel(before == null ? "" : before, clock.instant());
            return Outcome.refused(Refusal.of("refusal.step-passed"));
        }
        log.append(actor, renewal, "renewal " + renewal, "renewal-cancel-asked", Map.of("reason", reason.strip()));
        return Outcome.accepted(show.view(row));
    }

    /**
     * Keeps what was entered at the step at which the case stands, without going on; what belongs to other steps is left
     * as it is.
     */
    @Transactional
    public void saveDraft(Actor actor, UUID renewal, Draft draft) {
        var row = access.walked(actor, renewal);
        if (row.state() != RenewalState.DRAFT && row.state() != RenewalState.AWAITING_PAYMENT) {
            return;
        }
        var now = row.draft();
        var kept = switch (show.view(row).step()) {
            case SELECT_CERTIFICATES -> Drafts.withCertificates(now, ofOwn(actor, row, draft.certificates()));
            case BIND_PLATFORMS -> Drafts.withPlatforms(now, draft.platforms(), draft.finalRead());
            case DECLARE_OPEN_BIDS -> Drafts.withDeclarations(now, draft.declared());
            case CHOOSE_INVOICE ->
                row.invoiceChosen() ? now : Drafts.withInvoice(now, draft.invoice(), draft.channel());
            default -> now;
        };
        row.keep(kept, clock.instant());
    }

    private List<UUID> ofOwn(Actor actor, RenewalRow row, List<UUID> chosen) {
        return chosen.stream()
                .distinct()
                .filter(id -> certificates.one(actor, id).organisation().equals(row.organisation()))
                .toList();
    }

    private boolean isPaymentWindowOver(RenewalRow row) {
        return orders.ofCase(row.id())
                .map(order -> order.payUntil().isBefore(clock.instant()))
                .orElse(false);
    }

    private static String word(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
