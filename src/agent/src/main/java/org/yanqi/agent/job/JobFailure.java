package org.yanqi.agent.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a job failed, for the page that started it.
 *
 * @param detail what the product or the key said, for support
 * @param triesLeft wrong PINs still allowed, where that matters
 * @param found the keys that were plugged in, where they were the wrong ones
 */
public record JobFailure(
        String code,
        @Nullable String detail,
        @Nullable Integer triesLeft,
        @Nullable List<FoundSummary> found) {}
