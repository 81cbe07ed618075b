package org.yanqi.process.invoicing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.invoicing.model.InvoiceFile;
import org.yanqi.process.invoicing.model.InvoiceFiles;
import org.yanqi.process.invoicing.model.InvoiceRow;
import org.yanqi.process.invoicing.model.InvoiceRows;
import org.yanqi.process.ordering.DrawNumber;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Reads invoices, sends them again. */
@Service
public class Invoices {
    private static final int LATEST = 500;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}\\.[^@\\s.]{2,}");

    private final InvoiceRows invoices;
    private final InvoiceFiles files;
    private final InvoiceViews views;
    private final InvoiceMail mail;
    private final Orders orders;
    private final DrawNumber numbers;
    private final InvoicingSettings settings;
    private final AppendToRecord log;
    private final Clock clock;

    Invoices(
            InvoiceRows invoices,
            InvoiceFiles files,
            InvoiceViews views,
            InvoiceMail mail,
            Orders orders,
            DrawNumber numbers,
            InvoicingSettings settings,
            AppendToRecord log,
            Clock clock) {
        this.invoices = invoices;
        this.files = files;
        this.views = views;
        this.mail = mail;
        this.orders = orders;
        this.numbers = numbers;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /** A customer's invoices by the orders they may see; for staff the latest. */
    @Transactional(readOnly = true)
    public List<Invoice> visibleTo(Actor actor) {
        if (actor.isCustomer()) {
            var mine = orders.visibleTo(actor).stream().map(Order::id).toList();
            return mine.isEmpty() ? List.of() : views.of(invoices.findByOrderIdInOrderByAskedDesc(mine));
        }
        requireReader(actor);
        return views.of(invoices.findByOrderByAskedDesc(Limit.of(LATEST)));
    }

    /** @throws NotFound if there is none that this actor may see */
    @Transactional(readOnly = true)
    public Invoice one(Actor actor, UUID id) {
        return views.of(visible(actor, id));
    }

    @Transactional(readOnly = true)
    public Optional<Invoice> ofCase(UUID caseId) {
        return invoices.findFirstByCaseIdOrderByAskedDesc(caseId).map(views::of);
    }

    /**
     * @param kind pdf or xml
     * @throws NotFound if the tax system has not made one, or not for this actor
     */
    @Transactional(readOnly = true)
    public byte[] file(Actor actor, UUID id, String kind) {
        var row = visible(actor, id);
        return files.findById(new InvoiceFile.Key(row.id(), kind))
                .orElseThrow(() -> new NotFound("no " + kind + " of invoice " + id))
                .content();
    }

    @Transactional
    public Outcome<Invoice> sendAgain(Actor actor, UUID id, String email) {
        var row = visible(actor, id);
        if (!actor.isCustomer()) {
            actor.require(Role.FINANCE, Role.CUSTOMER_SERVICE);
        }
        var to = email.strip();
        if (!EMAIL.matcher(to).matches() || to.length() > 200) {
            return Outcome.refused(Refusal.at("email", "refusal.email-malformed"));
        }
        if (row.kind().isPaper() || (row.state() != InvoiceState.ISSUED && row.state() != InvoiceState.DELIVERED)) {
            return Outcome.refused(Refusal.of("refusal.invoice-not-issued"));
        }
        mail.issued(views.of(row), List.of(to), "again:" + UUID.randomUUID());
        log.append(actor, row.caseId(), "invoice " + row.serial(), "invoice-sent-again", Map.of());
        return Outcome.accepted(views.of(row));
    }

    /** Asked for by the renewal after payment; starts nothing by itself. Asked twice for one order, it is the same invoice. */
    @Transactional
    public Invoice ask(Actor actor, UUID caseId, UUID order, InvoiceChoice choice) {
        var kind = choice.kind();
        var title = choice.title();
        if (!choice.wanted() || kind == null || title == null) {
            throw new IllegalArgumentException("no invoice is wanted for order " + order);
        }
        var locked = orders.lock(order);
        var known = invoices.findFirstByOrderIdOrderByAskedDesc(order);
        if (known.isPresent()) {
            return views.of(known.get());
        }
        var row = new InvoiceRow(
                new InvoiceRow.For(caseId, order, locked.number(), locked.organisation()),
                numbers.of("invoice", "I"),
                kind,
                title,
                Vat.in(locked.fen(), settings.rate()),
                new InvoiceRow.Goods(settings.goodsCode(), settings.goodsName(), settings.lineName()),
                clock.instant());
        row.deliverTo(choice.email(), choice.collection(), choice.recipient());
        invoices.save(row);
        log.append(
                actor,
                caseId,
                "invoice " + row.serial(),
                "invoice-asked",
                Map.of("serial", row.serial(), "kind", kind.name(), "fen", Long.toString(locked.fen())));
        return views.of(row);
    }

    private InvoiceRow visible(Actor actor, UUID id) {
        var row = views.row(id);
        actor.requireOrganisation(row.organisation());
        if (actor.isCustomer()) {
            if (orders.visibleTo(actor).stream().noneMatch(order -> order.id().equals(row.order()))) {
                throw new NotFound("invoice " + id);
            }
        } else {
            requireReader(actor);
        }
        return row;
    }

    private static void requireReader(Actor actor) {
        actor.require(Role.FINANCE, Role.SUPERVISOR, Role.CUSTOMER_SERVICE, Role.AUDITOR, Role.SYSTEM);
    }
}
