package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import java.util.UUID;
import org.yanqi.forms.component.Badge;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.KeyRecovery;
import org.yanqi.process.invoicing.Correction;
import org.yanqi.process.invoicing.InvoiceState;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.PaymentState;
import org.yanqi.process.renewal.OrderRefund;
import org.yanqi.process.renewal.RenewalState;
import org.yanqi.process.shipping.ShipmentState;

/** States as staff see them, and ids out of addresses. */
final class DeskWords {
    private DeskWords() {}

    /** @throws NotFound if this is no id at all */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound("no id: " + text.length() + " characters");
        }
    }

    static Tone tone(RenewalState state) {
        return switch (state) {
            case DRAFT -> Tone.NEUTRAL;
            case AWAITING_PAYMENT -> Tone.WARNING;
            case PAID -> Tone.NOTICE;
            case RENEWED -> Tone.GOOD;
            case CANCELLED, ABANDONED, CLOSED, REFUNDED -> Tone.NEUTRAL;
        };
    }

    static Tone tone(CertificateState state) {
        return switch (state) {
            case ISSUED -> Tone.NOTICE;
            case IN_FORCE -> Tone.GOOD;
            case SUPERSEDED -> Tone.NEUTRAL;
            case REVOKED -> Tone.DANGER;
        };
    }

    static Badge badge(Component where, RenewalState state) {
        return new Badge(where.getTranslation("renewal-state." + state), tone(state));
    }

    static Badge badge(Component where, OrderState state) {
        return new Badge(
                where.getTranslation("order-state." + state),
                switch (state) {
                    case PLACED -> Tone.WARNING;
                    case PAID -> Tone.NOTICE;
                    case FULFILLED -> Tone.GOOD;
                    case CANCELLED, CLOSED, REFUNDED -> Tone.NEUTRAL;
                });
    }

    static Badge badge(Component where, ItemState state) {
        return new Badge(
                where.getTranslation("item-state." + state),
                switch (state) {
                    case ORDERED, CANCELLED, REFUNDED -> Tone.NEUTRAL;
                    case OWED -> Tone.WARNING;
                    case RENEWED -> Tone.GOOD;
                    case SETTLED -> Tone.NOTICE;
                });
    }

    static Badge badge(Component where, PaymentState state) {
        return new Badge(
                where.getTranslation("payment-state." + state),
                switch (state) {
                    case CREATED, CLOSED -> Tone.NEUTRAL;
                    case OPEN -> Tone.NOTICE;
                    case SUCCEEDED -> Tone.GOOD;
                    case REFUNDED -> Tone.NOTICE;
                    case FROZEN -> Tone.WARNING;
                    case FAILED -> Tone.DANGER;
                });
    }

    static Badge badge(Component where, PaymentException.State state) {
        return new Badge(
                where.getTranslation("exception-state." + state),
                switch (state) {
                    case OPEN -> Tone.DANGER;
                    case DECIDED, APPROVED -> Tone.WARNING;
                    case CLOSED -> Tone.NEUTRAL;
                });
    }

    static Badge badge(Component where, OrderRefund.State state) {
        return new Badge(
                where.getTranslation("order-refund-state." + state),
                switch (state) {
                    case DECIDED -> Tone.WARNING;
                    case APPROVED -> Tone.NOTICE;
                    case REFUNDED -> Tone.GOOD;
                    case DECLINED -> Tone.NEUTRAL;
                    case FAILED -> Tone.DANGER;
                });
    }

    static Badge badge(Component where, Correction.State state) {
        return new Badge(
                where.getTranslation("correction-state." + state),
                switch (state) {
                    case ASKED, SUBMITTED, CONFIRMED -> Tone.NOTICE;
                    case REFUSED -> Tone.DANGER;
                    case ISSUED -> Tone.GOOD;
                    case NOT_NEEDED, GIVEN_UP -> Tone.NEUTRAL;
                });
    }

    static Badge badge(Component where, InvoiceState state) {
        return new Badge(
                where.getTranslation("invoice-state." + state),
                switch (state) {
                    case ASKED, SUBMITTED -> Tone.NOTICE;
                    case ISSUED, DELIVERED -> Tone.GOOD;
                    case REJECTED -> Tone.DANGER;
                    case GIVEN_UP, CANCELLED, REVERSED -> Tone.NEUTRAL;
                });
    }

    static Badge badge(Component where, ShipmentState state) {
        return new Badge(
                where.getTranslation("shipment-state." + state),
                switch (state) {
                    case PLANNED, CANCELLED -> Tone.NEUTRAL;
                    case BOOKED, COLLECTED -> Tone.NOTICE;
                    case DELIVERED -> Tone.GOOD;
                    case REFUSED -> Tone.DANGER;
                });
    }

    static Badge badge(Component where, KeyRecovery.State state) {
        return new Badge(
                where.getTranslation("recovery-state." + state),
                switch (state) {
                    case ASKED, APPROVED -> Tone.WARNING;
                    case REFUSED -> Tone.NEUTRAL;
                    case RECOVERED -> Tone.GOOD;
                    case NOT_RECOVERED -> Tone.DANGER;
                });
    }
}
