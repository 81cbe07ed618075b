package org.yanqi.agent.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job came to an end it did not want; the customer is told the code's text, the page what was found. */
public final class JobFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient @Nullable List<FoundSummary> found;
    private final @Nullable Integer triesLeft;

    public JobFailed(
            String code,
            @Nullable String message,
            @Nullable Integer triesLeft,
            @Nullable List<FoundSummary> found,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.triesLeft = triesLeft;
        this.found = found;
    }

    JobFailed(String code, String message) {
        this(code, message, null, null, null);
    }

    /** The failure code of the wire. */
    public String code() {
        return code;
    }

    /** What the page is told. */
    public JobFailure failure() {
        return new JobFailure(code, getMessage(), triesLeft, found);
    }
}
