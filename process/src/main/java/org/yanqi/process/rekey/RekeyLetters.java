package org.yanqi.process.rekey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.account.Person;
import org.yanqi.process.notice.SendNotice;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.rekey.PlatformAnswer.Said;
import org.yanqi.process.rekey.model.KeyUpdate;

/** What the holder is written about open bids and about the day that was agreed. */
@Component
class RekeyLetters {
    private final Orders orders;
    private final Organisations organisations;
    private final Catalogue catalogue;
    private final SendNotice notice;

    RekeyLetters(Orders orders, Organisations organisations, Catalogue catalogue, SendNotice notice) {
        this.orders = orders;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.notice = notice;
    }

    /** Which platform said what, and what the holder can do now. */
    @Transactional
    void openBids(KeyUpdate update, List<PlatformAnswer> said) {
        String asked = said.get(0).asked().toString();
        send("open-bids", update, said, "open-bids-%s-%s".formatted(update.item(), asked));
    }

    /** How to mend the bids of somebody who renews all the same (guide, step 3, note 3). */
    @Transactional
    void remedy(KeyUpdate update, List<PlatformAnswer> said) {
        send("open-bid-remedy", update, said, "open-bid-remedy-%s-%s".formatted(update.item(), update.attempts()));
    }

    /** @param kind update-date-near or update-date-reached */
    @Transactional
    void ofDate(String kind, KeyUpdate update) {
        send(kind, update, List.of(), "%s-%s-%s".formatted(kind, update.item(), update.deferred()));
    }

    private void send(String kind, KeyUpdate update, List<PlatformAnswer> said, String once) {
        UUID item = update.item();
        Order order = orders.withItem(item);
        OrderItem ordered = order.items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow();
        Person holder = organisations.person(ordered.holder());
        var until = update.view().deferredUntil();
        notice.send(
                kind,
                holder.email(),
                Locale.SIMPLIFIED_CHINESE,
                Map.of(
                        "name", holder.name(),
                        "holder", ordered.holderName(),
                        "organisation", order.organisationName(),
                        "keySerial", ordered.keySerial(),
                        "order", order.number(),
                        "until", until == null ? "" : until.toString(),
                        "open", lines(said, Said.OPEN),
                        "silent", lines(said, Said.UNKNOWN)),
                List.of(),
                order.caseId(),
                once);
    }

    private String lines(List<PlatformAnswer> said, Said which) {
        return said.stream()
                .filter(one -> one.said() == which)
                .map(one -> catalogue.one(one.platform()).name()
                        + (one.project() == null || one.project().isBlank() ? "" : "：" + one.project()))
                .collect(Collectors.joining("；"));
    }
}
