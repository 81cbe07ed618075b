package org.yanqi.app.ca;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the authority signed, or was about to sign; and what it answered to which request. */
@Repository
class Issuances {
    private final JdbcClient jdbc;

    Issuances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String hex(BigInteger serial) {
        return serial.toString(16).toLowerCase(Locale.ROOT);
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Stores serial and specimen before the real signature; refuses a serial that was ever used. */
    void begin(String requestKey, Books.Begun begun, Instant now) {
        int stored = jdbc.sql("""
            insert into ca_issuance (serial, algorithm, profile, shard, request_key, state, subject,
                not_before, not_after, specimen, begun)
            values (?, ?, ?, ?, ?, 'SPECIMEN', ?, ?, ?, ?, ?)
            on conflict do nothing\
            """)
                .params(
                        begun.serial(),
                        begun.hierarchy().name(),
                        begun.profile(),
                        begun.shard(),
                        requestKey,
                        begun.subject(),
                        at(begun.notBefore()),
                        at(begun.notAfter()),
                        begun.specimen(),
                        at(now))
                .update();
        if (stored != 1) {
            throw new IllegalStateException("serial " + begun.serial() + " was used before");
        }
    }

    void signed(Books.Signed signed, Instant now) {
        int moved = jdbc.sql("update ca_issuance set state = 'SIGNED', certificate = ?, signed = ?"
                        + " where serial = ? and state = 'SPECIMEN'")
                .params(signed.certificate(), at(now), signed.serial())
                .update();
        if (moved != 1) {
            // another node gave it up meanwhile; whoever asks again gets that node's answer
            throw new OptimisticLockingFailureException(
                    "serial " + signed.serial() + " is no longer about to be signed");
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
    boolean answer(String requestKey, Books.Answer answer, Instant now) {
        return jdbc.sql("insert into ca_answer (request_key, request_hash, signing, encryption, envelope, answered)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(Arrays.asList(
                                requestKey,
                                answer.requestHash(),
                                answer.signing(),
                                answer.encryption(),
                                answer.envelope(),
                                at(now)))
                        .update()
                == 1;
    }

    Optional<Books.Answer> answerTo(String requestKey) {
        return jdbc.sql("select request_hash, signing, encryption, envelope from ca_answer where request_key = ?")
                .param(requestKey)
                .query((row, n) -> new Books.Answer(
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
