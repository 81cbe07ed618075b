package org.yanqi.process.rekey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The update of one order item's key.
 *
 * @param failure code of what stopped it (certificates.md, "What goes wrong with a key"), null if nothing did
 * @param newCertificate the pair issued, if there is one
 * @param givenUp when the customer gave the update up for now; the certificate stays owed (R6)
 */
public record Rekey(
        UUID item,
        UUID caseId,
        UUID oldCertificate,
        @Nullable UUID newCertificate,
        RekeyStage stage,
        @Nullable String failure,
        @Nullable String failureDetail,
        @Nullable Instant deferredUntil,
        @Nullable Instant givenUp,
        Instant changed) {}
