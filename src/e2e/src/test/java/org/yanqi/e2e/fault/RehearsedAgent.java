package org.yanqi.e2e.fault;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.yanqi.agent.Agent;
import org.yanqi.agent.AgentConfig;
import org.yanqi.agent.job.StepWatcher.Step;

/** An agent in a JVM of its own that is gone, without any farewell, behind the step it was told. */
public final class RehearsedAgent {
    private RehearsedAgent() {}

    /** Arguments: port, origin, folder of keys, step. */
    public static void main(String[] arguments) throws Exception {
        Step last = Step.valueOf(arguments[3]);
        AgentConfig config = AgentConfig.of(Integer.parseInt(arguments[0]), Set.of(arguments[1]), Path.of(arguments[2]))
                .with(Clock.systemUTC(), Hand.PACE, taken -> {
                    if (taken == last) {
                        Runtime.getRuntime().halt(137);
                    }
                });
        try (Agent agent = Agent.start(config)) {
            System.out.println(agent.address());
            new CountDownLatch(1).await();
        }
    }
}
