package org.yanqi.process.renewal;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.RecoverySteps;
import org.yanqi.process.certificate.RevokeCertificate;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.PaymentExceptions;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.model.RenewalRow;
import org.yanqi.process.renewal.model.RenewalRows;
import org.yanqi.process.renewal.model.ReviewRows;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.worklist.Describer;

/** Tells the worklist what a case, a key, a review or a recovery is about. */
@Component
class DescribeRenewal implements Describer {
    private static final Actor ACTOR = Actor.system("worklist");

    private final RenewalRows rows;
    private final ReviewRows reviews;
    private final Orders orders;
    private final Organisations organisations;
    private final Certificates certificates;
    private final RecoverySteps recoveries;
    private final RevokeCertificate revocations;
    private final PaymentExceptions exceptions;

    DescribeRenewal(
            RenewalRows rows,
            ReviewRows reviews,
            Orders orders,
            Organisations organisations,
            Certificates certificates,
            RecoverySteps recoveries,
            RevokeCertificate revocations,
            PaymentExceptions exceptions) {
        this.rows = rows;
        this.reviews = reviews;
        this.orders = orders;
        this.organisations = organisations;
        this.certificates = certificates;
        this.recoveries = recoveries;
        this.revocations = revocations;
        this.exceptions = exceptions;
    }

    @Override
    @Transactional(readOnly = true)
    public Description describe(String process, String businessKey, @Nullable UUID caseId) {
        if (process.equals(Processes.LAPSED_REVIEW)) {
            return review(businessKey);
        }
        if (process.equals(Processes.RECONCILIATION)) {
            return new Description("对账 " + businessKey, null, null, businessKey + "\n对账\nreconciliation");
        }
        if (process.equals(Processes.KEY_RECOVERY)) {
            return about(recoveries.certificateOf(UUID.fromString(businessKey)).id());
        }
        if (process.equals(Processes.CERTIFICATE_REVOCATION)) {
            return about(revocations.one(ACTOR, UUID.fromString(businessKey)).certificate());
        }
        if (process.equals(Processes.PAYMENT_EXCEPTION) && caseId == null) {
            return money(exceptions.one(ACTOR, UUID.fromString(businessKey)));
        }
        var row = caseId == null ? Optional.<RenewalRow>empty() : rows.findById(caseId);
        return row.map(known -> ofCase(process, businessKey, known))
                .orElseGet(() -> new Description(businessKey, null, null, businessKey));
    }

    private Description ofCase(String process, String businessKey, RenewalRow row) {
        var order = orders.ofCase(row.id());
        var item = process.equals(Processes.REKEY)
                ? order.flatMap(known -> item(known, businessKey))
                : Optional.<OrderItem>empty();
        var number = order.map(known -> known.number() + " ").orElse("");
        var name = organisations.one(row.organisation()).name();
        var key = item.map(known -> " " + known.holderName()).filter(known -> !known.equals(" " + name));
        var person = item.map(OrderItem::holder).orElse(row.person());
        return new Description(number + name + key.orElse(""), row.organisation(), person, row.words());
    }

    /** Money that nobody has asked for is known by its number and its amount. */
    private static Description money(PaymentException money) {
        return new Description(
                money.number() + " ¥" + RenewalNotices.yuan(money.fen()),
                null,
                null,
                Stream.of(money.number(), money.providerNumber(), money.payer())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")));
    }

    private static Optional<OrderItem> item(Order order, String id) {
        return order.items().stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst();
    }

    private Description review(String id) {
        return about(reviews.findById(UUID.fromString(id)).orElseThrow().certificate());
    }

    private Description about(UUID certificate) {
        var pair = certificates.one(ACTOR, certificate);
        var organisation = organisations.one(pair.organisation());
        return new Description(
                organisation.name() + " " + pair.keySerial(),
                organisation.id(),
                null,
                String.join(
                        "\n",
                        organisation.name(),
                        organisation.taxNumber(),
                        pair.holderName(),
                        pair.serial(),
                        pair.keySerial()));
    }
}
