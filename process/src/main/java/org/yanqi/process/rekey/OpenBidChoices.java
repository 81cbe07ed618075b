package org.yanqi.process.rekey;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.PlatformAnswer.Said;
import org.yanqi.process.rekey.model.BidAnswerRow;
import org.yanqi.process.rekey.model.BidAnswerRows;
import org.yanqi.process.rekey.model.KeyUpdate;
import org.yanqi.process.rekey.model.KeyUpdates;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/**
 * What customers can do themselves about an update that waits: see what platforms said, declare again, wait for a day, go on earlier
 * (R4), or take up again what they had given up (R6).
 */
@Service
public class OpenBidChoices {
    private static final int LONGEST_WAIT_DAYS = 365;

    private final Rekeys rekeys;
    private final Orders orders;
    private final KeyUpdates updates;
    private final BidAnswerRows answers;
    private final Signals signals;
    private final GoOn goOn;
    private final AppendToRecord record;
    private final RekeyProperties properties;
    private final Clock clock;

    OpenBidChoices(
            Rekeys rekeys,
            Orders orders,
            KeyUpdates updates,
            BidAnswerRows answers,
            Signals signals,
            GoOn goOn,
            AppendToRecord record,
            RekeyProperties properties,
            Clock clock) {
        this.rekeys = rekeys;
        this.orders = orders;
        this.updates = updates;
        this.answers = answers;
        this.signals = signals;
        this.goOn = goOn;
        this.record = record;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What the platforms said when they were last asked; empty if all of them said no, or none was asked yet.
     *
     * @throws NotFound if there is no such item that this actor may see
     */
    @Transactional(readOnly = true)
    public List<PlatformAnswer> answers(Actor actor, UUID item) {
        rekeys.one(actor, item);
        return answers.findByItemOrderByPlatformAscOpensAtAsc(item).stream()
                .map(BidAnswerRow::view)
                .toList();
    }

    /**
     * R4, once more, because platforms were silent: the person who holds the key declares that no bid is open there.
     *
     * @return refused with key-of-another-person, open-bid-known if a platform named one, or wrong-state, each after
     *     {@code refusal.}
     */
    @Transactional
    public Outcome<Rekey> declareAgain(Actor actor, UUID item) {
        actor.require(Role.HOLDER, Role.ORGANISATION_ADMINISTRATOR);
        List<PlatformAnswer> said = answers(actor, item);
        OrderItem ordered = ordered(orders.withItem(item), item);
        if (!ordered.holder().equals(actor.person())) {
            return Outcome.refused(Refusal.of("refusal.key-of-another-person", ordered.holderName()));
        }
        if (said.stream().anyMatch(one -> one.said() == Said.OPEN)) {
            return Outcome.refused(Refusal.of("refusal.open-bid-known"));
        }
        KeyUpdate update = begun(item);
        if (!signals.correlate(Messages.BIDS_DECLARED_AGAIN, item.toString(), Map.of())) {
            return Outcome.refused(Refusal.of("refusal.wrong-state"));
        }
        update.declaredAgain(actor.account(), clock.instant());
        String silent = said.stream()
                .filter(one -> one.said() == Said.UNKNOWN)
                .map(PlatformAnswer::platform)
                .distinct()
                .collect(Collectors.joining(" "));
        record.append(actor, update.caseId(), "item " + item, "no-open-bid-declared-again", Map.of("silent", silent));
        return Outcome.accepted(update.view());
    }

    /**
     * Waits until a day: nothing is issued before it, and what was paid stays valid. The holder is reminded.
     *
     * @return refused with defer-to-a-later-day, defer-too-far or wrong-state, each after {@code refusal.}
     */
    @Transactional
    public Outcome<Rekey> putOff(Actor actor, UUID item, LocalDate until) {
        actor.require(Role.HOLDER, Role.ORGANISATION_ADMINISTRATOR);
        rekeys.one(actor, item);
        Instant now = clock.instant();
        if (!Deferral.isLater(until, now)) {
            return Outcome.refused(Refusal.at("putOffUntil", "refusal.defer-to-a-later-day"));
        }
        if (Deferral.isLater(until.minusDays(LONGEST_WAIT_DAYS), now)) {
            return Outcome.refused(Refusal.at("putOffUntil", "refusal.defer-too-far"));
        }
        KeyUpdate update = begun(item);
        Deferral wait = Deferral.to(until, properties.remindBefore(), now);
        if (!signals.correlate(Messages.UPDATE_DEFERRED, item.toString(), wait.variables())) {
            return Outcome.refused(Refusal.of("refusal.wrong-state"));
        }
        update.again(wait.until(), now);
        record.append(actor, update.caseId(), "item " + item, "update-put-off", Map.of("until", until.toString()));
        return Outcome.accepted(update.view());
    }

    /**
     * Goes on before the day has come, or with what was given up: nothing is charged again.
     *
     * @return refused with {@code refusal.wrong-state} if nothing waits
     */
    @Transactional
    public Outcome<Rekey> goOnEarlier(Actor actor, UUID item) {
        actor.require(Role.HOLDER, Role.ORGANISATION_ADMINISTRATOR);
        rekeys.one(actor, item);
        KeyUpdate update = begun(item);
        boolean givenUp = update.isGivenUp();
        boolean moved = signals.correlate(Messages.UPDATE_RESUMED, item.toString(), Map.of())
                || givenUp && goOn.leaveDesk(update, "retry");
        if (!moved) {
            return Outcome.refused(Refusal.of("refusal.wrong-state"));
        }
        update.waitIsOver(clock.instant());
        String verb = givenUp ? "given-up-taken-up-again" : "update-gone-on-with";
        record.append(actor, update.caseId(), "item " + item, verb, Map.of());
        return Outcome.accepted(update.view());
    }

    private KeyUpdate begun(UUID item) {
        Order order = orders.withItem(item);
        updates.beginIfAbsent(item, order.caseId(), ordered(order, item).certificate(), clock.instant());
        return updates.lock(item).orElseThrow();
    }

    private static OrderItem ordered(Order order, UUID item) {
        return order.items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new NotFound("no such item"));
    }
}
