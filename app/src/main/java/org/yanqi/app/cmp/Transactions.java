package org.yanqi.app.cmp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yanqi.app.cmp.Transaction.Kind;
import org.yanqi.app.cmp.Transaction.State;

/** All transactions with the outside authority. Each step is committed by itself, before a message leaves and after its answer came. */
@Repository
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class Transactions {
    private static final int LONGEST_WORDS = 500;
    private static final String ALL = "select id, request_key, turn, kind, state, request_hash, message, unanswered,"
            + " peer_nonce, ask_after, certificate, chain, confirmation, confirm_by, words from cmp_transaction ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Transactions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Remembers a message that is about to be sent, unless another node was faster; in any case the one that counts is returned. */
    Transaction begin(byte[] id, String requestKey, int turn, Kind kind, String requestHash, byte[] message) {
        jdbc.sql("""
                        insert into cmp_transaction
                            (id, request_key, turn, kind, state, request_hash, message, unanswered, begun, changed)
                        values (?, ?, ?, ?, 'ASKED', ?, ?, false, ?, ?)
                        on conflict do nothing""")
                .params(
                        HexFormat.of().formatHex(id),
                        requestKey,
                        turn,
                        kind.name(),
                        requestHash,
                        message,
                        at(clock.instant()),
                        at(clock.instant()))
                .update();
        return latest(requestKey).orElseThrow();
    }

    Optional<Transaction> latest(String requestKey) {
        return jdbc.sql(ALL + "where request_key = ? order by turn desc fetch first 1 rows only")
                .param(requestKey)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The transaction in which this certificate was issued. */
    Optional<Transaction> of(byte[] certificate) {
        return jdbc.sql(ALL + "where fingerprint = ? order by turn desc fetch first 1 rows only")
                .param(Crypto.sha256(certificate))
                .query((row, n) -> read(row))
                .optional();
    }

    Transaction one(String id) {
        return jdbc.sql(ALL + "where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .single();
    }

    /** Those whose certificate the authority waits for no longer than until then, the most urgent first. */
    List<Transaction> toConfirmBefore(Instant then, int most) {
        return jdbc.sql(ALL + "where state = 'ISSUED' and confirm_by < ? order by confirm_by fetch first ? rows only")
                .params(at(then), most)
                .query((row, n) -> read(row))
                .list();
    }

    /** Keeps others from sending under the same transaction at the same time; a node that died holds nothing up for long. */
    boolean claim(String id, Instant until) {
        return jdbc.sql("update cmp_transaction set claimed_until = ? where id = ?"
                                + " and (claimed_until is null or claimed_until < ?)")
                        .params(at(until), id, at(clock.instant()))
                        .update()
                == 1;
    }

    void release(String id) {
        jdbc.sql("update cmp_transaction set claimed_until = null where id = ?")
                .param(id)
                .update();
    }

    /** From now on nobody knows what the authority heard, until it answers. */
    void sending(String id) {
        set(id, "unanswered = true");
    }

    /** The authority answered, and the same request has to be sent again all the same. */
    void askAgain(String id, String words) {
        set(id, "state = 'ASKED', unanswered = false, words = ?", shortened(words));
    }

    /** The authority says that it knows nothing for sure, or cannot be asked now; what was open stays open. */
    void undecided(String id, State state, boolean unanswered, String words) {
        set(id, "state = ?, unanswered = ?, words = ?", state.name(), unanswered, shortened(words));
    }

    void polling(String id, byte[] peerNonce, Instant askAfter) {
        set(
                id,
                "state = 'POLLING', unanswered = false, peer_nonce = ?, ask_after = ?",
                HexFormat.of().formatHex(peerNonce),
                at(askAfter));
    }

    void issued(String id, State state, byte[] peerNonce, byte[] certificate, String chain, Instant confirmBy) {
        set(
                id,
                "state = ?, unanswered = false, peer_nonce = ?, certificate = ?, fingerprint = ?,"
                        + " chain = ?, confirm_by = ?",
                state.name(),
                HexFormat.of().formatHex(peerNonce),
                certificate,
                Crypto.sha256(certificate),
                chain,
                at(confirmBy));
    }

    void confirming(String id, byte[] confirmation) {
        set(id, "confirmation = ?, unanswered = false", confirmation);
    }

    /** It came to an end. */
    void ended(String id, State state, @Nullable String words) {
        set(id, "state = ?, unanswered = false, words = ?", state.name(), words == null ? null : shortened(words));
    }

    private void set(String id, String what, @Nullable Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = at(clock.instant());
        all[values.length + 1] = id;
        jdbc.sql("update cmp_transaction set " + what + ", changed = ? where id = ?")
                .params(Arrays.asList(all))
                .update();
    }

    private static String shortened(String words) {
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    private static Transaction read(ResultSet row) throws SQLException {
        return new Transaction(
                row.getString("id"),
                row.getString("request_key"),
                row.getInt("turn"),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getString("request_hash"),
                row.getBytes("message"),
                row.getBoolean("unanswered"),
                row.getString("peer_nonce"),
                instant(row, "ask_after"),
                row.getBytes("certificate"),
                row.getString("chain"),
                row.getBytes("confirmation"),
                instant(row, "confirm_by"),
                row.getString("words"));
    }
}
