package org.yanqi.process.signal;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** What a worker learned from the world. */
public sealed interface Answer {
    /** It is done; {@code learn} runs in the transaction that completes the task and gives its variables. */
    record Done(Supplier<Map<String, Object>> learn) implements Answer {}

    /** The world says no for a reason of the business; {@code learn} runs in the transaction that raises the BPMN error. */
    record Refused(String error, String reason, Supplier<Map<String, Object>> learn) implements Answer {}

    /** No answer, or an unknown one: ask again with back-off; the last attempt becomes a work item. */
    record Unknown(String reason) implements Answer {}

    /** Not yet; asked again after the pause without using up an attempt. */
    record NotYet(Duration pause) implements Answer {}

    static Answer done(Supplier<Map<String, Object>> learn) {
        return new Done(learn);
    }
}
