package org.yanqi.sandbox.wire;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How each outside service behaves at the moment; by default normally. Survives a restart. */
public final class Switchboard {
    /** The behaviour of a service. */
    public enum Mode {
        /** Answers. */
        NORMAL,
        /** Answers after a few seconds. */
        SLOW,
        /** Answers with an error of its own. */
        FAILING,
        /** Does not answer: the connection breaks. */
        DOWN;

        /** The mode of this name in any case. */
        public static Mode named(String name) {
            try {
                return valueOf(name.trim().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new Refusal(400, "UNKNOWN_MODE", "模式须为 normal、slow、failing 或 down", e);
            }
        }

        /** The name as it is written on the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Shelf<Mode> modes;
    private final List<String> services;

    /** A switch for each of these services. */
    public Switchboard(Shelves shelves, Collection<String> services) {
        this.modes = shelves.open("switches", Mode.class);
        this.services = List.copyOf(services);
    }

    /** The services that have a switch. */
    public List<String> services() {
        return services;
    }

    /** How the service behaves now. */
    public Mode mode(String service) {
        return modes.find(service).orElse(Mode.NORMAL);
    }

    /**
     * Turns the switch.
     *
     * @throws Refusal 404 if there is no such service
     */
    public void turn(String service, Mode mode) {
        if (!services.contains(service)) {
            throw new Refusal(404, "UNKNOWN_SERVICE", "没有这个服务：" + service);
        }
        modes.put(service, mode);
    }
}
