package org.yanqi.agent;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.pkcs11.Pkcs11Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The agent's command line: runs the agent, or makes software keys. */
@Command(
        name = "yanqi-agent",
        mixinStandardHelpOptions = true,
        version = "yanqi-agent 1.0.0",
        subcommands = {CreateKeyCommand.class, InstallCertificateCommand.class},
        description = "Reaches the USB key on this machine for the sites that are allowed to ask.")
public final class AgentMain implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "" + AgentConfig.PORT,
            description = "port on 127.0.0.1 (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--config",
            description = "properties file: origins=https://… https://… and perhaps pkcs11.library=…, pkcs11.slot=…")
    private @Nullable Path config;

    @Option(names = "--keys", description = "directory of software keys")
    private @Nullable Path keys;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the command line; the exit code is 0, 1 for a failure or 2 for wrong options. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new AgentMain()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure.getMessage());
            return 1;
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (config == null) {
            throw new IOException("--config (whom to serve) must be given");
        }
        Pkcs11Settings pkcs11 = AgentConfig.readPkcs11(config);
        if (keys == null && pkcs11 == null) {
            throw new IOException("where are the keys? --keys DIRECTORY, or pkcs11.library=… in " + config);
        }
        Path software = keys == null ? config.resolveSibling("keys") : keys;
        AgentConfig settings = AgentConfig.of(port, AgentConfig.readOrigins(config), software);
        try (Agent agent = Agent.start(settings.withPkcs11(pkcs11))) {
            out().println("yanqi-agent listens on " + agent.address());
            out().flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }
}
