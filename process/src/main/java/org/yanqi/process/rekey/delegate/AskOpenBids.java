package org.yanqi.process.rekey.delegate;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yanqi.process.platform.Entitlement;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.platform.port.OpenBids;
import org.yanqi.process.platform.port.OpenBids.OpenBid;
import org.yanqi.process.platform.port.PlatformGateway;
import org.yanqi.process.rekey.PlatformAnswer;
import org.yanqi.process.rekey.PlatformAnswer.Said;
import org.yanqi.process.rekey.RekeyProperties;
import org.yanqi.process.rekey.RekeySteps;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Work;
import org.yanqi.process.signal.Worker;

/** Asks every platform that can be asked for unopened bids (R4). A silent one is asked again; who stays silent is unknown, never a no. */
@Component("ask-open-bids")
class AskOpenBids implements Worker {
    private final RekeySteps steps;
    private final Entitlements entitlements;
    private final OpenBids openBids;
    private final RekeyProperties properties;
    private final Clock clock;

    AskOpenBids(
            RekeySteps steps, Entitlements entitlements, OpenBids openBids, RekeyProperties properties, Clock clock) {
        this.steps = steps;
        this.entitlements = entitlements;
        this.openBids = openBids;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "ask-open-bids";
    }

    @Override
    public Answer work(Work work) {
        UUID item = UUID.fromString(work.businessKey());
        List<PlatformAnswer> said = ask(steps.question(item));
        boolean open = said.stream().anyMatch(one -> one.said() == Said.OPEN);
        String silent = said.stream()
                .filter(one -> one.said() == Said.UNKNOWN)
                .map(PlatformAnswer::platform)
                .collect(Collectors.joining(" "));
        if (!open && !silent.isEmpty() && work.attempt() < properties.askPlatforms()) {
            return new Answer.Unknown("no answer whether a bid is open from " + silent);
        }
        return Answer.done(() -> {
            steps.platformsSaid(item, said);
            return Map.of("openBids", open || !silent.isEmpty());
        });
    }

    private List<PlatformAnswer> ask(RekeySteps.Question question) {
        Instant latest = clock.instant().plus(properties.platformsWithin());
        List<PlatformAnswer> said = new ArrayList<>();
        entitlements.of(question.certificate()).stream()
                .map(Entitlement::platform)
                .distinct()
                .filter(openBids::answers)
                .forEach(platform -> said.addAll(ask(platform, question, latest)));
        return said;
    }

    /** Slow platforms must not hold the work beyond its lock: those whose turn comes too late gave no answer either. */
    private List<PlatformAnswer> ask(String platform, RekeySteps.Question question, Instant latest) {
        Instant now = clock.instant();
        if (now.isAfter(latest)) {
            return List.of(new PlatformAnswer(platform, Said.UNKNOWN, null, null, now));
        }
        try {
            List<OpenBid> bids = openBids.ask(platform, question.taxNumber(), question.serial());
            return bids.isEmpty()
                    ? List.of(new PlatformAnswer(platform, Said.NONE, null, null, now))
                    : bids.stream()
                            .map(bid -> new PlatformAnswer(platform, Said.OPEN, bid.project(), bid.opensAt(), now))
                            .toList();
        } catch (PlatformGateway.Unreachable e) {
            return List.of(new PlatformAnswer(platform, Said.UNKNOWN, null, null, now));
        }
    }
}
