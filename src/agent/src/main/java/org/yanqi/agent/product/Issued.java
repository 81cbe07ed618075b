package org.yanqi.agent.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as delivered.
 *
 * @param envelope SM2EnvelopedKey of the encryption pair; present together with its certificate
 * @param nonce what is to be signed with the new key
 */
public record Issued(
        byte[] signingCertificate,
        byte @Nullable [] encryptionCertificate,
        byte @Nullable [] envelope,
        @Nullable List<byte[]> chain,
        String nonce) {}
