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

/** track-shipment: asks where the parcel of the business key is and sets {@code delivered}. */
@Component
class TrackShipment implements Worker {
    private static final Actor ACTOR = Actor.system("track-shipment");

    private final SendParcel parcel;
    private final ObjectProvider<Courier> courier;

    TrackShipment(SendParcel parcel, ObjectProvider<Courier> courier) {
        this.parcel = parcel;
        this.courier = courier;
    }

    @Override
    public String topic() {
        return "track-shipment";
    }

    @Override
    public Answer work(Work work) {
        var subject = UUID.fromString(work.businessKey());
        var configured = courier.getIfAvailable();
        if (configured == null) {
            return new Answer.Unknown("no courier is configured");
        }
        try {
            var route = configured.route(parcel.waybill(subject));
            return Answer.done(() -> Map.of("delivered", parcel.travelled(ACTOR, subject, route)));
        } catch (Courier.NoAnswer noAnswer) {
            return new Answer.Unknown(String.valueOf(noAnswer.getMessage()));
        }
    }
}
