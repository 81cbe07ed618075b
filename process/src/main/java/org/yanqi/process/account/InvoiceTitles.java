package org.yanqi.process.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.model.RecipientRow;
import org.yanqi.process.account.model.RecipientRows;
import org.yanqi.process.account.model.TitleRow;
import org.yanqi.process.account.model.TitleRows;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Keeps titles and recipients of an organisation for reuse, and checks them. */
@Service
public class InvoiceTitles {
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    private final TitleRows titles;
    private final RecipientRows recipients;
    private final AppendToRecord log;
    private final Clock clock;

    InvoiceTitles(TitleRows titles, RecipientRows recipients, AppendToRecord log, Clock clock) {
        this.titles = titles;
        this.recipients = recipients;
        this.log = log;
        this.clock = clock;
    }

    /** The organisation's titles, the one used last first. */
    @Transactional(readOnly = true)
    public List<InvoiceTitle> of(Actor actor, UUID organisation) {
        actor.requireOrganisation(organisation);
        return titles.findTop20ByOrganisationOrderByUsedDesc(organisation).stream()
                .map(TitleRow::title)
                .toList();
    }

    /** The organisation's recipients, the one used last first. */
    @Transactional(readOnly = true)
    public List<Recipient> recipients(Actor actor, UUID organisation) {
        actor.requireOrganisation(organisation);
        return recipients.findTop20ByOrganisationOrderByUsedDesc(organisation).stream()
                .map(RecipientRow::recipient)
                .toList();
    }

    /** Keeps a title that passes the check; warnings do not hinder. */
    @Transactional
    public Outcome<InvoiceTitle> keep(Actor actor, UUID organisation, InvoiceTitle title, boolean special) {
        requireKeeper(actor, organisation);
        var hindering = check(title, special).stream()
                .filter(one -> !one.code().startsWith("warning."))
                .toList();
        if (!hindering.isEmpty()) {
            return Outcome.refused(hindering);
        }
        var row = titles.findTop20ByOrganisationOrderByUsedDesc(organisation).stream()
                .filter(one -> one.title().name().equals(title.name().strip())
                        || (title.id() != null && title.id().equals(one.title().id())))
                .findFirst()
                .orElseGet(() -> new TitleRow(organisation));
        row.write(title, clock.instant());
        titles.save(row);
        log.append(
                actor,
                null,
                "title " + row.title().id(),
                "title-kept",
                Map.of("name", row.title().name()));
        return Outcome.accepted(row.title());
    }

    @Transactional
    public Outcome<Recipient> keep(Actor actor, UUID organisation, Recipient recipient) {
        requireKeeper(actor, organisation);
        var found = check(recipient);
        if (!found.isEmpty()) {
            return Outcome.refused(found);
        }
        var row = recipients.findTop20ByOrganisationOrderByUsedDesc(organisation).stream()
                .filter(one -> recipient.id() != null
                        ? recipient.id().equals(one.recipient().id())
                        : same(recipient, one.recipient()))
                .findFirst()
                .orElseGet(() -> new RecipientRow(organisation));
        row.write(recipient, clock.instant());
        recipients.save(row);
        log.append(actor, null, "recipient " + row.recipient().id(), "recipient-kept", Map.of());
        return Outcome.accepted(row.recipient());
    }

    private static void requireKeeper(Actor actor, UUID organisation) {
        actor.require(Role.ORGANISATION_ADMINISTRATOR, Role.HOLDER, Role.CUSTOMER_SERVICE);
        actor.requireOrganisation(organisation);
    }

    private static boolean same(Recipient one, Recipient other) {
        return one.name().strip().equals(other.name())
                && one.mobile().strip().equals(other.mobile())
                && one.address().strip().equals(other.address());
    }

    /** What does not fit; warnings (a failed check digit) have codes that begin with {@code warning.}. */
    public List<Refusal> check(InvoiceTitle title, boolean special) {
        return TitleRules.check(title, special);
    }

    /** What a courier could not work with. */
    public List<Refusal> check(Recipient recipient) {
        var found = new ArrayList<Refusal>();
        if (recipient.name().isBlank()) {
            found.add(Refusal.at("recipientName", "refusal.recipient-name-missing"));
        }
        if (!MOBILE.matcher(recipient.mobile().strip()).matches()) {
            found.add(Refusal.at("recipientMobile", "refusal.mobile-malformed"));
        }
        if (recipient.region().isBlank()) {
            found.add(Refusal.at("recipientRegion", "refusal.recipient-region-missing"));
        }
        if (recipient.address().isBlank()) {
            found.add(Refusal.at("recipientAddress", "refusal.recipient-address-missing"));
        }
        return found;
    }
}
