package org.yanqi.process.platform.delegate;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yanqi.process.platform.TellPlatforms;
import org.yanqi.process.platform.port.PlatformGateway;
import org.yanqi.process.platform.port.PlatformGateway.Update;
import org.yanqi.process.record.Actor;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** Tells each platform its new term; one that is down does not keep the others from being told. */
@Component
class TellPlatformsWorker implements Worker {
    private static final Actor ACTOR = Actor.system("tell-platforms");

    private final TellPlatforms tellings;
    private final PlatformGateway platforms;

    TellPlatformsWorker(TellPlatforms tellings, PlatformGateway platforms) {
        this.tellings = tellings;
        this.platforms = platforms;
    }

    @Override
    public String topic() {
        return "tell-platforms";
    }

    /** Those who heard it are noted together with the end of the task; a crash before that tells them once more under the same keys. */
    @Override
    public Answer work(Work work) {
        var caseId = Objects.requireNonNull(work.caseId(), "platforms are told of a case");
        var heard = new ArrayList<Update>();
        var silent = new ArrayList<String>();
        for (var update : tellings.untold(caseId)) {
            try {
                platforms.tell(update);
                heard.add(update);
            } catch (PlatformGateway.Unreachable unreachable) {
                silent.add(update.platform() + ": " + unreachable.getMessage());
            }
        }
        if (silent.isEmpty()) {
            return Answer.done(() -> {
                tellings.told(ACTOR, caseId, heard);
                return Map.of();
            });
        }
        tellings.told(ACTOR, caseId, heard);
        return new Answer.Unknown(String.join("; ", silent));
    }
}
