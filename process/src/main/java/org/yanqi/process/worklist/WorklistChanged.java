package org.yanqi.process.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published in the transaction that listed an item or ended it; screens that show queues listen after commit. Work also comes from where
 * no line is written about a case: a step that got stuck, a date that passed.
 */
public record WorklistChanged(@Nullable UUID caseId) {}
