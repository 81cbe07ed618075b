package org.yanqi.app.ca;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the authority signed, or was about to sign; and what it answered to which request. */
@Repository
class Issuances {
    private final JdbcClient jdbc;

    Issuances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One answer, with the serials of its certificates. */
    record Answer(
            String requestHash, String signing, @Nullable String encryption, byte @Nullable [] envelope) {}

    static String hex(BigInteger serial) {
        return serial.toString(16).toLowerCase(Locale.ROOT);
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Stores serial and specimen before the real signature; refuses a serial that was ever used. */
    void begin(
            Tbs tbs,
            String requestKey,
            String subject,
            byte[] specimen,
            Instant notBefore,
            Instant notAfter,
            Instant now) {
        int stored = jdbc.sql("""
                        insert into ca_issuance
                            (serial, algorithm, profile, request_key, state, subject, not_before, not_after, specimen, begun)
                        values (?, ?, ?, ?, 'SPECIMEN', ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        tbs.serialHex(),
                        tbs.hierarchy().algorithm().name(),
                        tbs.profile().name(),
                        requestKey,
                        subject,
                        at(notBefore),
                        at(notAfter),
                        specimen,
                        at(now))
                .update();
        if (stored != 1) {
            throw new IllegalStateException("serial " + tbs.serialHex() + " was used before");
        }
    }

    void signed(Tbs tbs, byte[] certificate, Instant now) {
        int moved = jdbc.sql("update ca_issuance set state = 'SIGNED', certificate = ?, signed = ?"
                        + " where serial = ? and state = 'SPECIMEN'")
                .params(certificate, at(now), tbs.serialHex())
                .update();
        if (moved != 1) {
            throw new IllegalStateException("serial " + tbs.serialHex() + " is no longer about to be signed");
        }
    }

    /** Serials of earlier attempts at this request that may or may not have been signed. */
    List<String> unfinished(String requestKey) {
        return jdbc.sql("select serial from ca_issuance where request_key = ? and state = 'SPECIMEN'")
                .param(requestKey)
                .query(String.class)
                .list();
    }

    void abandon(String serial) {
        jdbc.sql("update ca_issuance set state = 'ABANDONED' where serial = ?")
                .param(serial)
                .update();
    }

    /** @return false if the request was answered meanwhile */
    boolean answer(
            String requestKey,
            String hash,
            String signing,
            @Nullable String encryption,
            byte @Nullable [] envelope,
            Instant now) {
        return jdbc.sql("insert into ca_answer (request_key, request_hash, signing, encryption, envelope, answered)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(Arrays.asList(requestKey, hash, signing, encryption, envelope, at(now)))
                        .update()
                == 1;
    }

    Optional<Answer> answerTo(String requestKey) {
        return jdbc.sql("select request_hash, signing, encryption, envelope from ca_answer where request_key = ?")
                .param(requestKey)
                .query((row, n) -> new Answer(
                        row.getString("request_hash"),
                        row.getString("signing"),
                        row.getString("encryption"),
                        row.getBytes("envelope")))
                .optional();
    }

    /** The certificate with this serial, if it was really signed. */
    Optional<byte[]> certificate(String serial) {
        return jdbc.sql("select certificate from ca_issuance where serial = ? and state = 'SIGNED'")
                .param(serial)
                .query(byte[].class)
                .optional();
    }

    /** Whether a certificate of this hierarchy has this serial. */
    boolean isSigned(String algorithm, String serial) {
        return jdbc.sql("select 1 from ca_issuance where serial = ? and algorithm = ? and state = 'SIGNED'")
                .params(serial, algorithm)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
