package org.yanqi.process.record;

import java.util.UUID;

/** Published in the transaction that wrote a line about a case; screens listen after commit. */
public record Recorded(UUID caseId) {}
