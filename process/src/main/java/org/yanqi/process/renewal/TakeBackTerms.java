package org.yanqi.process.renewal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.platform.TellPlatforms;
import org.yanqi.process.platform.Term;
import org.yanqi.process.platform.port.PlatformGateway.Update;
import org.yanqi.process.record.Actor;

/** Takes back what a payment had put into force on the platforms for one certificate, in the caller's transaction. */
@Component
class TakeBackTerms {
    private final Entitlements entitlements;
    private final TellPlatforms tellings;
    private final Certificates certificates;
    private final Organisations organisations;
    private final Clock clock;

    TakeBackTerms(
            Entitlements entitlements,
            TellPlatforms tellings,
            Certificates certificates,
            Organisations organisations,
            Clock clock) {
        this.entitlements = entitlements;
        this.tellings = tellings;
        this.certificates = certificates;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The platforms serve what they served before: kept ones until the old expiry, added ones no longer than today. */
    void of(Actor job, Order order, OrderItem item) {
        var caseId = order.caseId();
        entitlements.withdraw(job, caseId, "item:" + item.id(), item.certificate());
        tellings.drop(job, caseId, item.id().toString());
        var taxNumber = organisations.one(order.organisation()).taxNumber();
        var serial = certificates.one(job, item.certificate()).serial();
        var today = Term.dayOf(clock.instant());
        tellings.prepare(
                job,
                caseId,
                item.newPlatforms().stream()
                        .map(platform -> ends(item, platform, taxNumber, serial, today))
                        .toList());
    }

    private static Update ends(OrderItem item, String platform, String taxNumber, String serial, LocalDate today) {
        var until = item.oldPlatforms().contains(platform) ? item.oldExpiry() : today;
        var from = today.isBefore(until) ? today : until;
        return new Update(key(item.id(), platform), platform, taxNumber, serial, item.holderName(), from, until);
    }

    private static String key(UUID item, String platform) {
        return "refund:" + item + ":" + platform;
    }
}
