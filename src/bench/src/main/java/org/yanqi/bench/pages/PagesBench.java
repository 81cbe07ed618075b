package org.yanqi.bench.pages;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yanqi.demo.DemoMain;
import org.yanqi.demo.sample.SampleData;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Page weight and time to first paint of the sign-in and home pages, each on a first visit with an empty cache. */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = "Page weight and time to first paint of the sign-in and home pages, with an empty cache.")
public final class PagesBench implements Callable<Integer> {
    private static final String ROW = "%-10s %9s %9s %14s %24s %26s%n";

    @Option(names = "--url", description = "a demo that is running; without it one is started for the bench")
    @Nullable
    URI url;

    @Option(names = "--account", defaultValue = "wangjianguo")
    String account = "wangjianguo";

    @Option(names = "--password", defaultValue = SampleData.PASSWORD)
    String password = SampleData.PASSWORD;

    @Option(names = "--runs", defaultValue = "5", description = "the median of this many visits is shown (5)")
    int runs = 5;

    @Option(names = "--chromium", defaultValue = "/usr/bin/chromium")
    Path chromium = Path.of("/usr/bin/chromium");

    @Option(names = "--sandbox-jar", defaultValue = "src/sandbox/target/yanqi-sandbox-1.0.0-SNAPSHOT-exec.jar")
    Path sandboxJar = Path.of("");

    @Option(names = "--agent-jar", defaultValue = "src/agent/target/yanqi-agent-1.0.0-SNAPSHOT-exec.jar")
    Path agentJar = Path.of("");

    @Override
    public Integer call() throws IOException {
        var home = url == null ? startDemo() : url;
        try (var visitor = new Visitor(chromium, home)) {
            var session = visitor.signIn(account, password);
            // once to warm the server up, which a visitor rarely meets cold
            visitor.visit("/login", null);
            visitor.visit("/", session);
            var signIn = new ArrayList<Visit>();
            var start = new ArrayList<Visit>();
            for (int run = 0; run < runs; run++) {
                signIn.add(visitor.visit("/login", null));
                start.add(visitor.visit("/", session));
            }
            System.out.printf("%nmedian of %d first visits with an empty cache, %s%n", runs, visitor.version());
            System.out.printf(
                    ROW,
                    "page",
                    "requests",
                    "KiB",
                    "first paint ms",
                    "first contentful paint ms",
                    "largest contentful paint ms");
            print("sign-in", signIn);
            print("home", start);
            System.out.println("KiB are what came over the network, compressed, headers included.");
        }
        return 0;
    }

    private static void print(String page, List<Visit> visits) {
        System.out.printf(
                ROW,
                page,
                Visit.median(visits, Visit::requests),
                Visit.median(visits, Visit::bytes) / 1024,
                Visit.median(visits, Visit::firstPaint),
                Visit.median(visits, Visit::firstContent),
                Visit.median(visits, Visit::largestContent));
    }

    private URI startDemo() throws IOException {
        var ports = freePorts(4);
        var code = new CommandLine(new DemoMain())
                .execute(
                        "--data",
                        Path.of(System.getProperty("java.io.tmpdir"), "yanqi-bench-pages")
                                .toString(),
                        "--fresh",
                        "--stories-only",
                        "--port",
                        ports.get(0),
                        "--sandbox-port",
                        ports.get(1),
                        "--smtp-port",
                        ports.get(2),
                        "--agent-port",
                        ports.get(3),
                        "--sandbox-jar",
                        sandboxJar.toString(),
                        "--agent-jar",
                        agentJar.toString());
        if (code != 0) {
            throw new IOException("the demo did not start; ./yanqi demo builds what it needs");
        }
        return URI.create("http://localhost:" + ports.get(0));
    }

    private static List<String> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0));
            }
            return sockets.stream()
                    .map(socket -> Integer.toString(socket.getLocalPort()))
                    .toList();
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }
}
