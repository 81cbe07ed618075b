package org.yanqi.process.renewal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.model.ReviewRow;
import org.yanqi.process.renewal.model.ReviewRows;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.SearchWorkItems;

/** Customer service's review of a certificate lapsed for longer than the window (R3). */
@Service
public class ReviewLapsed {
    private final ReviewRows reviews;
    private final Certificates certificates;
    private final SearchWorkItems workItems;
    private final CompleteWorkItem completion;
    private final AppendToRecord log;
    private final Clock clock;

    ReviewLapsed(
            ReviewRows reviews,
            Certificates certificates,
            SearchWorkItems workItems,
            CompleteWorkItem completion,
            AppendToRecord log,
            Clock clock) {
        this.reviews = reviews;
        this.certificates = certificates;
        this.workItems = workItems;
        this.completion = completion;
        this.log = log;
        this.clock = clock;
    }

    /** What is reviewed. */
    public record Review(UUID id, CertificatePair certificate, String explanation, Instant asked) {}

    /** @throws NotFound if there is none that this actor may see */
    @Transactional(readOnly = true)
    public Review one(Actor actor, UUID id) {
        return review(actor, row(id));
    }

    /** Opens the certificate for a renewal, or refuses to. */
    @Transactional
    public Outcome<Review> decide(Actor actor, UUID workItem, boolean approved, String reason) {
        actor.require(Role.CUSTOMER_SERVICE);
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.at("reason", "refusal.reason-missing"));
        }
        var item = workItems.one(actor, workItem);
        var row = row(UUID.fromString(item.businessKey()));
        if (row.state() != ReviewRow.State.ASKED) {
            return Outcome.refused(Refusal.of("refusal.step-passed"));
        }
        row.decide(approved, actor.account(), reason.strip(), clock.instant());
        var completed = completion.complete(actor, workItem, Map.of("outcome", approved ? "approve" : "refuse"));
        if (completed instanceof Outcome.Refused<?> refused) {
            return Completion.refuse(refused);
        }
        return Outcome.accepted(review(actor, row));
    }

    /** Puts the outcome on the record; called by the model behind the decision. */
    @Transactional
    public void record(Actor actor, UUID id) {
        actor.require(Role.SYSTEM);
        var row = row(id);
        var serial = certificates.one(actor, row.certificate()).serial();
        var verb = row.state() == ReviewRow.State.APPROVED ? "review-approved" : "review-refused";
        log.append(actor, null, "certificate " + serial, verb, Map.of("serial", serial));
    }

    private ReviewRow row(UUID id) {
        return reviews.findById(id).orElseThrow(() -> new NotFound("review"));
    }

    private Review review(Actor actor, ReviewRow row) {
        return new Review(row.id(), certificates.one(actor, row.certificate()), row.explanation(), row.asked());
    }
}
