package org.yanqi.forms.desk;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yanqi.forms.component.Callout;
import org.yanqi.forms.component.Copyable;
import org.yanqi.forms.component.Facts;
import org.yanqi.forms.component.Format;
import org.yanqi.forms.component.Tone;
import org.yanqi.process.renewal.ReviewLapsed;

/** Customer service opens a certificate that lapsed long ago for renewal, or refuses to (R3). */
class ReviewCertificate extends ItemForm {
    private static final long serialVersionUID = 1L;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final transient ReviewLapsed reviews;
    private final RadioButtonGroup<String> outcome = outcomes("outcome", List.of("approve", "refuse"));
    private final TextArea reason = reason("reason", "desk.reason");

    ReviewCertificate(ItemContext context, ReviewLapsed reviews, Clock clock) {
        super(context);
        this.reviews = reviews;
        var review = reviews.one(context.actor(), context.subject());
        var pair = review.certificate();
        var lapsed = ChronoUnit.DAYS.between(pair.lastDay(), LocalDate.ofInstant(clock.instant(), SHANGHAI));
        add(
                errors,
                new Paragraph(getTranslation("review.how")),
                new Facts()
                        .fact(getTranslation("certificate.holder"), pair.holderName())
                        .fact(getTranslation("certificate.kind"), getTranslation("kind." + pair.kind()))
                        .fact(getTranslation("certificate.serial"), new Copyable(pair.serial()))
                        .fact(getTranslation("certificate.key"), new Copyable(pair.keySerial()))
                        .fact(
                                getTranslation("certificate.expiry"),
                                getTranslation("review.lapsed", Format.date(pair.lastDay()), Format.number(lapsed)))
                        .fact(getTranslation("review.asked"), Format.dateTime(review.asked())),
                new Callout(Tone.NOTICE, getTranslation("review.explanation"), Format.text(review.explanation())),
                outcome,
                reason,
                buttons(submit("item.submit", this::decide)));
    }

    private void decide() {
        if (!missing(outcome.getValue() == null, "outcome", "refusal.decision-missing")) {
            finish(reviews.decide(
                    context.actor(), context.id(), "approve".equals(outcome.getValue()), reason.getValue()));
        }
    }
}
