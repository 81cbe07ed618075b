package org.yanqi.agent.pkcs11;

import java.util.Optional;

/**
 * What the agent writes on the public key of a pair it generated: how far the pair is and for which order item it was
 * made. One attribute, so that putting a pair in force is one write.
 *
 * @param activated whether the pair was put in force
 */
record Label(boolean activated, String item) {
    private static final String NEW = "yanqi:new:";
    private static final String ACTIVATED = "yanqi:in-force:";

    String text() {
        return (activated ? ACTIVATED : NEW) + item;
    }

    /** Reads a label; empty for one that somebody else wrote. */
    static Optional<Label> of(String text) {
        if (text.startsWith(NEW)) {
            return Optional.of(new Label(false, text.substring(NEW.length())));
        }
        return text.startsWith(ACTIVATED)
                ? Optional.of(new Label(true, text.substring(ACTIVATED.length())))
                : Optional.empty();
    }
}
