package org.yanqi.process.shipping.model;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.yanqi.process.shipping.Shipment;

/** One scan on a parcel's way, as stored. */
@Embeddable
public class StepOnRoute {
    private static final int TEXT_LENGTH = 300;
    private static final int PLACE_LENGTH = 100;

    private Instant at = Instant.EPOCH;
    private String place = "";
    private String text = "";
    private String code = "";

    protected StepOnRoute() {}

    StepOnRoute(Shipment.Step step) {
        this.at = step.at();
        this.place = shorten(step.place(), PLACE_LENGTH);
        this.text = shorten(step.text(), TEXT_LENGTH);
        this.code = step.code();
    }

    private static String shorten(String words, int length) {
        return words.length() > length ? words.substring(0, length) : words;
    }

    Shipment.Step view() {
        return new Shipment.Step(at, place, text, code);
    }
}
