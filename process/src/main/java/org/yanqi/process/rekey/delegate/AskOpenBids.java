package org.yanqi.process.rekey.delegate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yanqi.process.platform.Entitlement;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.platform.port.OpenBids;
import org.yanqi.process.platform.port.PlatformGateway;
import org.yanqi.process.rekey.RekeySteps;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** Asks every platform that can be asked for unopened bids (R4); a silent platform is asked again, never taken for a no. */
@Component("ask-open-bids")
class AskOpenBids implements Worker {
    private final RekeySteps steps;
    private final Entitlements entitlements;
    private final OpenBids openBids;

    AskOpenBids(RekeySteps steps, Entitlements entitlements, OpenBids openBids) {
        this.steps = steps;
        this.entitlements = entitlements;
        this.openBids = openBids;
    }

    @Override
    public String topic() {
        return "ask-open-bids";
    }

    @Override
    public Answer work(Work work) {
        UUID item = UUID.fromString(work.businessKey());
        RekeySteps.Question question = steps.question(item);
        List<String> projects = new ArrayList<>();
        List<String> platforms = entitlements.of(question.certificate()).stream()
                .map(Entitlement::platform)
                .distinct()
                .filter(openBids::answers)
                .toList();
        for (String platform : platforms) {
            try {
                openBids.ask(platform, question.taxNumber(), question.serial())
                        .forEach(bid -> projects.add(bid.platform() + ": " + bid.project()));
            } catch (PlatformGateway.Unreachable e) {
                return new Answer.Unknown(
                        "platform " + platform + " did not say whether a bid is open: " + e.getMessage());
            }
        }
        return Answer.done(() -> {
            if (!projects.isEmpty()) {
                steps.openBidsFound(item, projects);
            }
            return Map.of("openBids", !projects.isEmpty());
        });
    }
}
