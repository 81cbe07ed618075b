package org.yanqi.sandbox.wire;

import java.net.http.HttpRequest;

/** How one service writes its callbacks and what it takes for an acceptance. */
public interface CallbackFormat {
    /**
     * The request to send now; signed afresh each time.
     *
     * @param forged true to spoil the signature, as an impostor's would be
     */
    HttpRequest request(Callback callback, boolean forged);

    /** Whether this answer ends the repeats. */
    boolean accepts(int status, String body);
}
