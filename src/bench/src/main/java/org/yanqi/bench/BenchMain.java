package org.yanqi.bench;

import org.yanqi.bench.bills.BillsBench;
import org.yanqi.bench.callbacks.CallbacksBench;
import org.yanqi.bench.issue.IssueBench;
import org.yanqi.bench.lifecycle.LifecycleBench;
import org.yanqi.bench.pages.PagesBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Measures Yanqi's speed on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Yanqi's speed on this machine.",
        subcommands = {LifecycleBench.class, PagesBench.class, IssueBench.class, CallbacksBench.class, BillsBench.class
        })
public final class BenchMain {
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchMain()).execute(arguments));
    }
}
