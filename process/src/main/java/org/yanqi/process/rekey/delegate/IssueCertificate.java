package org.yanqi.process.rekey.delegate;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.RevokePair;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;
import org.yanqi.process.rekey.RekeySteps;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** Has the authority issue for the stored request; asked twice, it gives the same certificate twice. */
@Component("issue-certificate")
class IssueCertificate implements Worker {
    private final RekeySteps steps;
    private final CertificateAuthority authority;

    IssueCertificate(RekeySteps steps, CertificateAuthority authority) {
        this.steps = steps;
        this.authority = authority;
    }

    @Override
    public String topic() {
        return "issue-certificate";
    }

    @Override
    public Answer work(Work work) {
        UUID item = UUID.fromString(work.businessKey());
        RekeySteps.Submission submission = steps.submission(item);
        try {
            if (submission.stale() != null) {
                RevokePair.both(authority, submission.stale(), CertificateAuthority.Reason.CESSATION_OF_OPERATION);
            }
            Reply reply = authority.update(submission.request());
            if (reply instanceof Reply.Issued issued) {
                return Answer.done(() -> {
                    steps.issued(item, issued);
                    return Map.of();
                });
            }
            if (reply instanceof Reply.Refused refused) {
                return new Answer.Refused("issue-refused", refused.reason(), () -> {
                    steps.issueRefused(item, refused.code(), refused.reason());
                    return Map.of("failure", refused.code());
                });
            }
            return new Answer.NotYet(((Reply.Waiting) reply).pause());
        } catch (CertificateAuthority.NoAnswer e) {
            return new Answer.Unknown(String.valueOf(e.getMessage()));
        }
    }
}
