package org.yanqi.forms.component;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key agent as customers get it: the file that this product hands out, and the oldest version that it works with. */
@Component
public class AgentProgram {
    /** Where everybody gets the program. */
    public static final String DOWNLOAD = "/downloads/yanqi-key-agent.jar";

    /** Where everybody gets the agent's settings: whom it serves. */
    public static final String SETTINGS = "/downloads/agent.properties";

    private final Path file;
    private final String minimumVersion;

    AgentProgram(
            @Value("${yanqi.agent.download-file:}") String configured,
            @Value("${yanqi.data:data}") Path data,
            @Value("${yanqi.agent.minimum-version:1.0.0}") String minimumVersion) {
        this.file =
                configured.isBlank() ? data.resolve("downloads").resolve("yanqi-key-agent.jar") : Path.of(configured);
        this.minimumVersion = minimumVersion;
    }

    /** The program, if the operator has laid it there; looked at anew each time, so that it can be exchanged. */
    public Optional<Path> file() {
        return Optional.of(file).filter(Files::isRegularFile);
    }

    public String minimumVersion() {
        return minimumVersion;
    }
}
