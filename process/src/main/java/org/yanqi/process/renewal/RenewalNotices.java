package org.yanqi.process.renewal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.Account;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.account.Person;
import org.yanqi.process.notice.SendNotice;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.renewal.model.RenewalRow;

/** Mails of a case: to whoever began it about the order, to each holder about their key. */
@Component
class RenewalNotices {
    private final SendNotice notices;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Catalogue catalogue;

    RenewalNotices(SendNotice notices, Organisations organisations, Accounts accounts, Catalogue catalogue) {
        this.notices = notices;
        this.organisations = organisations;
        this.accounts = accounts;
        this.catalogue = catalogue;
    }

    /** @param kind order-placed, payment-received or renewal-cancelled */
    void aboutOrder(RenewalRow row, Order order, String kind) {
        var language = starter(row).map(Account::language).orElse(Locale.SIMPLIFIED_CHINESE);
        var facts = Map.of(
                "order", order.number(),
                "organisation", order.organisationName(),
                "amount", yuan(order.fen()),
                "payUntil", order.payUntil().toString(),
                "certificates", Integer.toString(order.items().size()),
                "case", row.id().toString());
        for (var address : addresses(row)) {
            notices.send(kind, address, language, facts, List.of(), row.id(), kind + ":" + order.id() + ":" + address);
        }
    }

    /** Money of the order is back. */
    void refunded(RenewalRow row, Order order, OrderRefund refund) {
        var language = starter(row).map(Account::language).orElse(Locale.SIMPLIFIED_CHINESE);
        var keys = order.items().stream()
                .filter(item -> refund.items().contains(item.id()))
                .map(item -> item.holderName() + " " + item.keySerial())
                .collect(Collectors.joining("\n"));
        var facts = Map.of(
                "order", order.number(),
                "organisation", order.organisationName(),
                "amount", yuan(refund.fen()),
                "certificates", keys,
                "case", row.id().toString());
        for (var address : addresses(row)) {
            notices.send(
                    "refund", address, language, facts, List.of(), row.id(), "refund:" + refund.id() + ":" + address);
        }
    }

    /** To the holder: the platforms on which an added service must be registered and activated (R2). */
    void activatePlatforms(UUID caseId, Order order, OrderItem item, List<String> added) {
        if (added.isEmpty()) {
            return;
        }
        var names = added.stream().map(code -> catalogue.one(code).name()).collect(Collectors.joining("\n"));
        toHolder("activate-platforms", caseId, order, item, Map.of("platforms", names));
    }

    /** To the holder: the key can be updated now. */
    void updateKey(UUID caseId, Order order, OrderItem item) {
        toHolder("update-key", caseId, order, item, Map.of());
    }

    private void toHolder(String kind, UUID caseId, Order order, OrderItem item, Map<String, String> more) {
        var person = organisations.person(item.holder());
        var address = person.email();
        if (address.isBlank()) {
            return;
        }
        var facts = new HashMap<>(more);
        facts.put("order", order.number());
        facts.put("organisation", order.organisationName());
        facts.put("name", person.name());
        facts.put("holder", item.holderName());
        facts.put("keySerial", item.keySerial());
        facts.put("case", caseId.toString());
        facts.put("item", item.id().toString());
        if (item.newUntil() != null) {
            facts.put("until", item.newUntil().toString());
        }
        notices.send(kind, address, Locale.SIMPLIFIED_CHINESE, facts, List.of(), caseId, kind + ":" + item.id());
    }

    /** Whoever began the case, or the organisation's administrators if staff began it. */
    private List<String> addresses(RenewalRow row) {
        var own = starter(row)
                .filter(account -> account.identities().stream()
                        .anyMatch(identity -> row.organisation().equals(identity.organisation())))
                .map(Account::email)
                .filter(email -> !email.isBlank());
        return own.map(List::of)
                .orElseGet(() -> organisations.administrators(row.organisation()).stream()
                        .map(Person::email)
                        .filter(email -> !email.isBlank())
                        .distinct()
                        .toList());
    }

    private Optional<Account> starter(RenewalRow row) {
        return accounts.byLogin(row.startedBy());
    }

    static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }
}
