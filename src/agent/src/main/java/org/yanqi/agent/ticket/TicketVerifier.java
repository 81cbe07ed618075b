package org.yanqi.agent.ticket;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.math.BigInteger;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.ticket.TicketRefused.Reason;

/** Decides whether a ticket was signed by the site that presents it, for this agent, and is still good. */
public final class TicketVerifier {
    /** Of a ticket's life; no honest ticket is good for longer. */
    private static final Duration LONGEST_LIFE = Duration.ofHours(2);

    /** Of a sign-in ticket: its nonce is gone after that (certificates.md, "The key agent"). */
    private static final Duration LONGEST_SIGN_IN = Duration.ofMinutes(5);

    /** 256 bits in unpadded Base64. */
    private static final int SHORTEST_NONCE = 43;

    private static final Duration SKEW = Duration.ofSeconds(60);

    private final ProductKeys keys;
    private final Set<String> operations;

    /** Knows the operations this agent can do; a ticket for another one is refused. */
    public TicketVerifier(ProductKeys keys, Set<String> operations) {
        this.keys = keys;
        this.operations = operations;
    }

    /**
     * Verifies a ticket in JWS compact form.
     *
     * @param origin the page's origin, already found on the allow-list
     */
    public Ticket verify(String compact, String origin) throws TicketRefused, InterruptedException {
        try {
            SignedJWT jwt = SignedJWT.parse(compact);
            JWTClaimsSet claims = claims(jwt);
            // Before any key is fetched: the origin comes from the browser, not from the ticket.
            if (!origin.equals(claims.getIssuer()) || !origin.equals(claims.getStringClaim("origin"))) {
                throw new TicketRefused(Reason.WRONG_ORIGIN, "the ticket is another site's");
            }
            signed(jwt, origin);
            checkTimes(claims, keys.timeAt(origin));
            return ticket(compact, origin, claims);
        } catch (ParseException | IllegalArgumentException malformed) {
            throw invalid("malformed", malformed);
        }
    }

    private static JWTClaimsSet claims(SignedJWT jwt) throws TicketRefused, ParseException {
        JWSHeader header = jwt.getHeader();
        boolean form = JWSAlgorithm.ES256.equals(header.getAlgorithm())
                && header.getKeyID() != null
                && header.getType() != null
                && "yanqi-ticket+jwt".equals(header.getType().getType());
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        if (!form || claims == null || !claims.getAudience().contains("yanqi-agent")) {
            throw new TicketRefused(Reason.TICKET_INVALID, "not a ticket for this agent");
        }
        return claims;
    }

    private void signed(SignedJWT jwt, String origin) throws TicketRefused, InterruptedException {
        try {
            ECKey key = keys.find(origin, jwt.getHeader().getKeyID())
                    .orElseThrow(() -> new TicketRefused(Reason.TICKET_INVALID, "signed by an unknown key"));
            if (!jwt.verify(new ECDSAVerifier(key.toPublicJWK()))) {
                throw new TicketRefused(Reason.TICKET_INVALID, "the signature is wrong");
            }
        } catch (JOSEException unusable) {
            throw invalid("the signature cannot be checked", unusable);
        } catch (IOException unreachable) {
            throw new TicketRefused(Reason.KEYS_UNREACHABLE, "the site's public keys", unreachable);
        }
    }

    private static void checkTimes(JWTClaimsSet claims, Instant now) throws TicketRefused {
        Instant issued = instant(claims.getIssueTime());
        Instant expires = instant(claims.getExpirationTime());
        if (issued.isAfter(now.plus(SKEW)) || expires.isAfter(issued.plus(LONGEST_LIFE))) {
            throw new TicketRefused(Reason.TICKET_INVALID, "its times are not plausible");
        }
        if (!expires.isAfter(now.minus(SKEW))) {
            throw new TicketRefused(Reason.TICKET_EXPIRED, "it expired at " + expires);
        }
    }

    private static Instant instant(@Nullable Date date) throws TicketRefused {
        if (date == null) {
            throw new TicketRefused(Reason.TICKET_INVALID, "a time is missing");
        }
        return date.toInstant();
    }

    private Ticket ticket(String compact, String origin, JWTClaimsSet claims) throws TicketRefused, ParseException {
        String operation = claims.getStringClaim("op");
        if (operation == null || !operations.contains(operation)) {
            throw new TicketRefused(Reason.OPERATION_UNKNOWN, "operation " + operation);
        }
        String algorithm = claims.getStringClaim("algorithm");
        String challenge = claims.getStringClaim("challenge");
        Ticket ticket = new Ticket(
                compact,
                required(claims.getJWTID()),
                claims.getExpirationTime().toInstant(),
                origin,
                operation,
                claims.getStringClaim("order"),
                claims.getStringClaim("item"),
                subject(claims.getJSONObjectClaim("certificate")),
                claims.getStringClaim("keySerial"),
                algorithm == null ? null : KeyAlgorithm.valueOf(algorithm),
                claims.getStringClaim("nonce"),
                challenge == null ? null : Base64.getDecoder().decode(challenge));
        requireComplete(ticket, claims);
        return ticket;
    }

    /** An operation without what it works on would be found out too late, after the PIN. */
    private static void requireComplete(Ticket ticket, JWTClaimsSet claims) throws TicketRefused {
        String nonce = ticket.nonce();
        boolean complete = switch (ticket.operation()) {
            case "rekey" -> ticket.item() != null && ticket.certificate() != null && ticket.algorithm() != null;
            case "sign-in" ->
                nonce != null
                        && nonce.length() >= SHORTEST_NONCE
                        && !ticket.expires()
                                .isAfter(instant(claims.getIssueTime()).plus(LONGEST_SIGN_IN));
            case "self-test" -> ticket.certificate() != null && ticket.challenge() != null;
            default -> true;
        };
        if (!complete) {
            throw new TicketRefused(
                    Reason.TICKET_INVALID, ticket.operation() + " lacks a claim or is good for too long");
        }
    }

    private static Ticket.@Nullable Subject subject(@Nullable Map<String, Object> claim) throws TicketRefused {
        if (claim == null) {
            return null;
        }
        Object subject = claim.get("subject");
        return new Ticket.Subject(
                required(claim.get("issuer")),
                new BigInteger(required(claim.get("serial")), 16),
                subject == null ? null : subject.toString());
    }

    private static String required(@Nullable Object value) throws TicketRefused {
        if (!(value instanceof String text) || text.isBlank()) {
            throw new TicketRefused(Reason.TICKET_INVALID, "a claim is missing");
        }
        return text;
    }

    private static TicketRefused invalid(String detail, Exception cause) {
        return new TicketRefused(Reason.TICKET_INVALID, detail, cause);
    }
}
