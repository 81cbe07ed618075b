package org.yanqi.process.renewal.delegate;

import static org.yanqi.process.renewal.delegate.BusinessKeys.businessKey;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.ReviewLapsed;

/** Puts the outcome of a review on the record. */
@Component
class RecordReview implements JavaDelegate {
    private static final Actor ACTOR = Actor.system("lapsed-review");

    private final ReviewLapsed reviews;

    RecordReview(ReviewLapsed reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.record(ACTOR, businessKey(execution));
    }
}
