package org.yanqi.process.certificate.delegate;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.RecoverySteps;
import org.yanqi.process.certificate.port.EncryptionKeys;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** Has key management hand a kept key over, enveloped to the holder's key in force. */
@Component("recover-key")
class RecoverKey implements Worker {
    private final RecoverySteps steps;
    private final EncryptionKeys keys;

    RecoverKey(RecoverySteps steps, EncryptionKeys keys) {
        this.steps = steps;
        this.keys = keys;
    }

    @Override
    public String topic() {
        return "recover-key";
    }

    @Override
    public Answer work(Work work) {
        UUID id = UUID.fromString(work.businessKey());
        Optional<RecoverySteps.Job> job = steps.job(id);
        if (job.isEmpty()) {
            return notRecovered(id, "the holder has no key in force");
        }
        try {
            Optional<byte[]> envelope =
                    keys.recover(job.get().encryption(), job.get().receiver().signing());
            if (envelope.isEmpty()) {
                return notRecovered(id, "no such key is kept");
            }
            return Answer.done(() -> {
                steps.recovered(id, job.get(), envelope.get());
                return Map.of();
            });
        } catch (EncryptionKeys.NoAnswer e) {
            return new Answer.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private Answer notRecovered(UUID id, String reason) {
        return new Answer.Refused("key-not-kept", reason, () -> {
            steps.notRecovered(id);
            return Map.of();
        });
    }
}
