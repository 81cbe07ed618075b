package org.yanqi.app.ca;

import java.util.List;

/** A specimen breaks rules; nothing was signed. */
class LintFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LintFailed(List<String> broken) {
        super("a certificate must not be signed: " + String.join(", ", broken));
    }
}
