package org.yanqi.process.rekey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of an encrypt/decrypt self-test.
 *
 * @param certificate the pair that was tested
 * @param failure why it did not pass: a code of the agent, null if it passed
 */
public record SelfTestResult(
        UUID certificate, boolean passed, @Nullable String failure, Instant ended) {}
