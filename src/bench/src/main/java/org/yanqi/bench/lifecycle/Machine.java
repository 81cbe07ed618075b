package org.yanqi.bench.lifecycle;

import java.lang.management.ManagementFactory;

/** What the figures were measured on. */
public final class Machine {
    private Machine() {}

    public static String describe(String postgres) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        long memory = system instanceof com.sun.management.OperatingSystemMXBean more ? more.getTotalMemorySize() : 0;
        return "%d cores, %.1f GiB memory, heap at most %d MiB, %s %s, JDK %s (%s), PostgreSQL %s, load %.1f at the start"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        memory / (double) (1 << 30),
                        Runtime.getRuntime().maxMemory() >> 20,
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.name"),
                        postgres,
                        system.getSystemLoadAverage());
    }
}
