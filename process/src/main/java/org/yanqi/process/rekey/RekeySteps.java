package org.yanqi.process.rekey;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.account.Person;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.LifeOfPair;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.notice.SendNotice;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.rekey.model.BidAnswerRow;
import org.yanqi.process.rekey.model.BidAnswerRows;
import org.yanqi.process.rekey.model.IssuedPair;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.rekey.model.KeyUpdates;

/** What the model's service tasks ask of the domain: what to send to the world, and what was learned from it. */
@Service
public class RekeySteps {
    private static final Actor SYSTEM = Actor.system("rekey");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int ADMINISTRATOR_FROM = 3;

    private final KeyUpdates updates;
    private final Orders orders;
    private final Certificates certificates;
    private final LifeOfPair life;
    private final Organisations organisations;
    private final SendNotice notice;
    private final RekeyLetters letters;
    private final BidAnswerRows answers;
    private final AppendToRecord record;
    private final Clock clock;

    RekeySteps(
            KeyUpdates updates,
            Orders orders,
            Certificates certificates,
            LifeOfPair life,
            Organisations organisations,
            SendNotice notice,
            RekeyLetters letters,
            BidAnswerRows answers,
            AppendToRecord record,
            Clock clock) {
        this.updates = updates;
        this.orders = orders;
        this.certificates = certificates;
        this.life = life;
        this.organisations = organisations;
        this.notice = notice;
        this.letters = letters;
        this.answers = answers;
        this.record = record;
        this.clock = clock;
    }

    /** Whom and what to ask about open bids. */
    public record Question(String taxNumber, String serial, UUID certificate) {}

    /** What to send to the authority; {@code stale} is a certificate issued for an earlier request, to be revoked before. */
    public record Submission(
            CertificateAuthority.Request request, @Nullable CertificatePair stale) {}

    @Transactional(readOnly = true)
    public Question question(UUID item) {
        CertificatePair old = old(item);
        return new Question(organisations.one(old.organisation()).taxNumber(), old.serial(), old.id());
    }

    /** Keeps what the platforms said, unless all of them said no; tells the holder, who may know better than a silent platform. */
    @Transactional
    public void platformsSaid(UUID item, List<PlatformAnswer> said) {
        answers.forget(item);
        if (said.stream().allMatch(one -> one.said() == PlatformAnswer.Said.NONE)) {
            return;
        }
        KeyUpdate update = updates.lock(item).orElseThrow();
        said.forEach(one -> answers.save(new BidAnswerRow(item, one)));
        update.platformsAnswered(clock.instant());
        record.append(
                SYSTEM,
                update.caseId(),
                "item " + item,
                "open-bids-found",
                Map.of(
                        "projects", words(said, PlatformAnswer.Said.OPEN),
                        "silent", words(said, PlatformAnswer.Said.UNKNOWN)));
        letters.openBids(update, said);
    }

    private static String words(List<PlatformAnswer> said, PlatformAnswer.Said which) {
        return said.stream()
                .filter(one -> one.said() == which)
                .map(one -> one.project() == null ? one.platform() : one.platform() + ": " + one.project())
                .collect(Collectors.joining("; "));
    }

    /** Reminds the holder of the agreed day; looks again, since the wait may be over already. */
    @Transactional
    public void dateNear(UUID item) {
        KeyUpdate update = updates.lock(item).orElseThrow();
        Instant until = update.view().deferredUntil();
        if (until != null && clock.instant().isBefore(until)) {
            letters.ofDate("update-date-near", update);
        }
    }

    /** The agreed day has come: the holder is told, and nothing holds the update back any more. */
    @Transactional
    public void dateReached(UUID item) {
        KeyUpdate update = updates.lock(item).orElseThrow();
        letters.ofDate("update-date-reached", update);
        update.waitIsOver(clock.instant());
        record.append(SYSTEM, update.caseId(), "item " + item, "update-date-reached", Map.of());
    }

    /**
     * The certificate's last day is the last day of the paid term (R3). That the authority is asked is stored before it is:
     * from then on the item cannot be refunded (R14). The order's row is locked first, as by a refund.
     *
     * @throws IllegalStateException if the item was refunded or settled meanwhile
     */
    @Transactional
    public Submission submission(UUID item) {
        Order order = orders.lockWithItem(item);
        KeyUpdate update = updates.lock(item).orElseThrow();
        update.issuing(clock.instant());
        OrderItem ordered = order.items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow();
        CertificatePair old = certificates.one(SYSTEM, update.oldCertificate());
        Instant notAfter = Objects.requireNonNull(ordered.newUntil(), "terms are fixed at payment")
                .plusDays(1)
                .atStartOfDay(SHANGHAI)
                .minusSeconds(1)
                .toInstant();
        CertificatePair stale = update.holdsStaleCertificate()
                ? certificates.one(SYSTEM, Objects.requireNonNull(update.newCertificate()))
                : null;
        return new Submission(
                new CertificateAuthority.Request(
                        update.requestKey(),
                        old.signing(),
                        Objects.requireNonNull(update.request(), "the model issues after a request only"),
                        Objects.requireNonNull(update.oldSignature()),
                        old.algorithm(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        notAfter),
                stale);
    }

    @Transactional
    public void issued(UUID item, CertificateAuthority.Reply.Issued issued) {
        KeyUpdate update = updates.lock(item).orElseThrow();
        Instant now = clock.instant();
        if (update.holdsStaleCertificate()) {
            life.revoked(SYSTEM, update.caseId(), Objects.requireNonNull(update.newCertificate()), "request replaced");
            update.dropStaleCertificate(now);
        }
        UUID certificate = update.newCertificate();
        if (certificate == null) {
            certificate = life.issued(
                            SYSTEM,
                            update.caseId(),
                            update.oldCertificate(),
                            item,
                            issued.signing(),
                            issued.encryption())
                    .id();
        }
        update.issued(
                new IssuedPair(certificate, issued.signing(), issued.encryption(), issued.envelope(), issued.chain()),
                now);
    }

    @Transactional
    public void issueRefused(UUID item, String code, String reason) {
        KeyUpdate update = updates.lock(item).orElseThrow();
        update.answered();
        update.failed(code, reason, clock.instant());
        record.append(SYSTEM, update.caseId(), "item " + item, "issue-refused", Map.of("reason", code));
    }

    /** The certificate that is replaced. */
    @Transactional(readOnly = true)
    public CertificatePair old(UUID item) {
        UUID certificate = updates.findById(item)
                .map(KeyUpdate::oldCertificate)
                .orElseThrow(() -> new NotFound("no update of item " + item));
        return certificates.one(SYSTEM, certificate);
    }

    /**
     * The certificate that is replaced, once the new one is confirmed.
     *
     * @throws IllegalStateException if it is not confirmed: the old one must stay in force (R7)
     */
    @Transactional(readOnly = true)
    public CertificatePair oldToRevoke(UUID item) {
        if (!updates.findById(item).orElseThrow().isConfirmed()) {
            throw new IllegalStateException("the new certificate of item " + item + " is not confirmed");
        }
        return old(item);
    }

    /** The certificate that its key has confirmed. */
    @Transactional(readOnly = true)
    public CertificatePair confirmed(UUID item) {
        KeyUpdate update = updates.findById(item).orElseThrow();
        if (!update.isConfirmed()) {
            throw new IllegalStateException("the new certificate of item " + item + " is not confirmed");
        }
        return certificates.one(SYSTEM, Objects.requireNonNull(update.newCertificate()));
    }

    @Transactional
    public void oldRevoked(UUID item) {
        KeyUpdate update = updates.lock(item).orElseThrow();
        if (update.stage() != RekeyStage.OLD_REVOKED) {
            update.oldRevoked(clock.instant());
            life.superseded(
                    SYSTEM, update.caseId(), update.oldCertificate(), Objects.requireNonNull(update.newCertificate()));
        }
    }

    /** The new certificate that nobody will use, if one was issued. */
    @Transactional(readOnly = true)
    public Optional<CertificatePair> unused(UUID item) {
        return updates.findById(item)
                .map(KeyUpdate::newCertificate)
                .map(certificate -> certificates.one(SYSTEM, certificate));
    }

    @Transactional
    public void withdrawn(UUID item, UUID certificate) {
        KeyUpdate update = updates.lock(item).orElseThrow();
        life.revoked(SYSTEM, update.caseId(), certificate, "update given up");
        if (update.isGivenUp()) {
            update.dropStaleCertificate(clock.instant());
        }
    }

    /** Reminds the holder, from the third time the organisation's administrators too. */
    @Transactional
    public void remind(UUID item) {
        Order order = orders.withItem(item);
        OrderItem ordered = order.items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow();
        updates.beginIfAbsent(item, order.caseId(), ordered.certificate(), clock.instant());
        int which = updates.lock(item).orElseThrow().reminded();
        Person holder = organisations.person(ordered.holder());
        remind(order, ordered, holder, which);
        if (which >= ADMINISTRATOR_FROM) {
            organisations.administrators(order.organisation()).stream()
                    .filter(administrator -> !administrator.id().equals(holder.id()))
                    .forEach(administrator -> remind(order, ordered, administrator, which));
        }
    }

    private void remind(Order order, OrderItem item, Person to, int which) {
        notice.send(
                "update-key-reminder",
                to.email(),
                Locale.SIMPLIFIED_CHINESE,
                Map.of(
                        "name", to.name(),
                        "holder", item.holderName(),
                        "organisation", order.organisationName(),
                        "keySerial", item.keySerial(),
                        "order", order.number()),
                List.of(),
                order.caseId(),
                "update-key-reminder-%s-%s-%d".formatted(item.id(), to.id(), which));
    }
}
