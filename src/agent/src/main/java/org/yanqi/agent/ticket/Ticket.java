package org.yanqi.agent.ticket;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.crypto.KeyAlgorithm;

/**
 * A verified ticket: the one job the product has signed for.
 *
 * @param compact the ticket as it came, to be shown to the product with every call
 * @param id jti
 * @param order the order's number, shown to the customer
 * @param item the order item; present on a rekey ticket
 * @param certificate the certificate that is to be read or replaced
 * @param keySerial the number of the key it is thought to be on
 * @param algorithm of the pair to be generated; present on a rekey ticket
 * @param nonce 256 bits as text; present on a sign-in ticket, whose signature covers it
 * @param challenge what a self-test opens: a message encrypted to the certificate; present on a self-test ticket
 */
public record Ticket(
        String compact,
        String id,
        Instant expires,
        String origin,
        String operation,
        @Nullable String order,
        @Nullable String item,
        @Nullable Subject certificate,
        @Nullable String keySerial,
        @Nullable KeyAlgorithm algorithm,
        @Nullable String nonce,
        byte @Nullable [] challenge) {

    /**
     * The certificate a ticket is about.
     *
     * @param issuer distinguished name
     * @param subject distinguished name of the holder
     */
    public record Subject(
            String issuer, BigInteger serial, @Nullable String subject) {}

    /** Whether another ticket asks for the same: one site, one operation, one item. */
    public boolean sameWork(Ticket other) {
        return origin.equals(other.origin)
                && operation.equals(other.operation)
                && Objects.equals(item, other.item)
                && Objects.equals(certificate, other.certificate);
    }

    /** The order item, for an operation that cannot be without one. */
    public String requireItem() {
        return require(item, "item");
    }

    /** The certificate, for an operation that cannot be without one. */
    public Subject requireCertificate() {
        return require(certificate, "certificate");
    }

    /** The algorithm, for an operation that cannot be without one. */
    public KeyAlgorithm requireAlgorithm() {
        return require(algorithm, "algorithm");
    }

    /** The nonce, for an operation that cannot be without one. */
    public String requireNonce() {
        return require(nonce, "nonce");
    }

    /** The encrypted message, for an operation that cannot be without one. */
    public byte[] requireChallenge() {
        return require(challenge, "challenge");
    }

    private static <T> T require(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException("the ticket has no " + name);
        }
        return value;
    }
}
