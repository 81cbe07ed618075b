package org.yanqi.process.renewal;

import java.util.UUID;

/** Tells screens after commit that a case changed; they look again. */
public record ChangeBroadcast(UUID caseId) {}
