package org.yanqi.e2e.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yanqi.agent.Agent;
import org.yanqi.agent.AgentConfig;
import org.yanqi.agent.job.StepWatcher;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.software.SoftwareKey;
import org.yanqi.agent.software.SoftwareKeyReader;

/**
 * A key with a paid renewal, alone in a folder of its own.
 *
 * @param keys the folder that its agent reads
 */
record Holding(UUID item, String keySerial, Path keys) {

    /** Orders and pays for as many keys, and plugs each into a machine of its own. */
    static List<Holding> owed(World world, int count) throws IOException, InterruptedException {
        List<Holding> made = new ArrayList<>();
        for (String line : world.door("/owed?keys=" + count).split("\n")) {
            String[] words = line.split(" ");
            Path keys = Files.createDirectories(world.root.resolve("machines").resolve(words[1]));
            Files.move(world.root.resolve("keys").resolve(words[1]), keys.resolve(words[1]));
            Holding holding = new Holding(UUID.fromString(words[0]), words[1], keys);
            holding.key().insert();
            made.add(holding);
        }
        return made;
    }

    Agent agent(String origin) throws IOException {
        return Agent.start(
                AgentConfig.of(0, Set.of(origin), keys).with(Clock.systemUTC(), Hand.PACE, StepWatcher.NOBODY));
    }

    String ticket(World world) throws IOException, InterruptedException {
        return world.door("/ticket?item=" + item);
    }

    SoftwareKey key() throws IOException {
        return key(keySerial);
    }

    /** A key of this machine. */
    SoftwareKey key(String serial) throws IOException {
        return new SoftwareKeyReader(keys).find(serial).orElseThrow();
    }

    /** Plugs this key into the machine of another one. */
    Holding together(Holding other) throws IOException {
        Files.move(keys.resolve(keySerial), other.keys.resolve(keySerial));
        return new Holding(item, keySerial, other.keys);
    }

    List<Container> containers(ContainerState state) throws IOException {
        return key().content().stream()
                .filter(container -> container.state() == state)
                .toList();
    }
}
