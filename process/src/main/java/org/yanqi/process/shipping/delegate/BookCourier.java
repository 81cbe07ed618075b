package org.yanqi.process.shipping.delegate;

import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Actor;
import org.yanqi.process.shipping.SendParcel;
import org.yanqi.process.shipping.port.Courier;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** book-courier: books the parcel of the business key; BPMN error {@code courier-refused} with {@code courierRefusal}. */
@Component
class BookCourier implements Worker {
    private static final Actor ACTOR = Actor.system("book-courier");

    private final SendParcel parcel;
    private final ObjectProvider<Courier> courier;

    BookCourier(SendParcel parcel, ObjectProvider<Courier> courier) {
        this.parcel = parcel;
        this.courier = courier;
    }

    @Override
    public String topic() {
        return "book-courier";
    }

    @Override
    public Answer work(Work work) {
        var subject = UUID.fromString(work.businessKey());
        var configured = courier.getIfAvailable();
        if (configured == null) {
            return new Answer.Unknown("no courier is configured");
        }
        try {
            var waybill = configured.book(parcel.booking(subject));
            return Answer.done(() -> {
                parcel.booked(ACTOR, subject, waybill);
                return Map.of();
            });
        } catch (Courier.NoAnswer noAnswer) {
            return new Answer.Unknown(String.valueOf(noAnswer.getMessage()));
        } catch (Courier.Refused refused) {
            var reason = String.valueOf(refused.getMessage());
            return new Answer.Refused("courier-refused", reason, () -> {
                parcel.refused(ACTOR, subject, reason);
                return Map.of("courierRefusal", "courier-refused");
            });
        }
    }
}
