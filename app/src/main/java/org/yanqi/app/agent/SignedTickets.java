package org.yanqi.app.agent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yanqi.process.rekey.TicketClaims;
import org.yanqi.process.rekey.port.TicketSeal;

/** Tickets as compact JWS, ES256. */
@Component
class SignedTickets implements TicketSeal {
    private static final String AUDIENCE = "yanqi-agent";
    private static final JOSEObjectType TYPE = new JOSEObjectType("yanqi-ticket+jwt");

    private static final int REMEMBERED = 2_000;

    private final ECKey key;

    /** Every message of a rekey carries the same ticket: a signature found good once is not computed again. */
    private final Cache<String, TicketClaims> proven =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    SignedTickets(AgentProperties properties) {
        this.key = TicketKey.in(properties);
    }

    @Override
    public String sign(TicketClaims claims) {
        return sign(set(claims));
    }

    @Override
    public String sign(TicketClaims claims, byte[] challenge) {
        return sign(set(claims).claim("challenge", Base64.getEncoder().encodeToString(challenge)));
    }

    private static JWTClaimsSet.Builder set(TicketClaims claims) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(claims.origin())
                .audience(AUDIENCE)
                .jwtID(claims.id())
                .issueTime(Date.from(claims.issuedAt()))
                .expirationTime(Date.from(claims.expires()))
                .claim("origin", claims.origin())
                .claim("op", claims.operation())
                .claim("nonce", claims.nonce());
        put(set, "order", claims.order());
        put(set, "item", claims.item() == null ? null : claims.item().toString());
        put(set, "keySerial", claims.keySerial());
        put(set, "algorithm", claims.algorithm());
        if (claims.issuer() != null && claims.serial() != null) {
            Map<String, Object> certificate = new HashMap<>();
            certificate.put("issuer", claims.issuer());
            certificate.put("serial", claims.serial());
            if (claims.subject() != null) {
                certificate.put("subject", claims.subject());
            }
            set.claim("certificate", certificate);
        }
        return set;
    }

    private String sign(JWTClaimsSet.Builder set) {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(key.getKeyID())
                        .type(TYPE)
                        .build(),
                set.build());
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a ticket cannot be signed", e);
        }
        return jwt.serialize();
    }

    @Override
    public Optional<TicketClaims> open(String token) {
        return Optional.ofNullable(proven.get(token, this::verified));
    }

    private @Nullable TicketClaims verified(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    || !TYPE.equals(header.getType())
                    || !jwt.verify(new ECDSAVerifier(key.toPublicJWK()))) {
                return null;
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return claims.getAudience().contains(AUDIENCE) ? read(claims) : null;
        } catch (ParseException | JOSEException | RuntimeException e) {
            // whatever is wrong with bytes from outside, they are no ticket
            return null;
        }
    }

    @Override
    public String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private static TicketClaims read(JWTClaimsSet claims) throws ParseException {
        Map<String, Object> certificate = claims.getJSONObjectClaim("certificate");
        String item = claims.getStringClaim("item");
        return new TicketClaims(
                claims.getJWTID(),
                claims.getStringClaim("origin"),
                claims.getStringClaim("op"),
                claims.getStringClaim("order"),
                item == null ? null : UUID.fromString(item),
                word(certificate, "issuer"),
                word(certificate, "serial"),
                word(certificate, "subject"),
                claims.getStringClaim("keySerial"),
                claims.getStringClaim("algorithm"),
                claims.getStringClaim("nonce"),
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant());
    }

    private static @Nullable String word(@Nullable Map<String, Object> map, String name) {
        return map != null && map.get(name) instanceof String value ? value : null;
    }

    private static void put(JWTClaimsSet.Builder set, String name, @Nullable String value) {
        if (value != null) {
            set.claim(name, value);
        }
    }
}
