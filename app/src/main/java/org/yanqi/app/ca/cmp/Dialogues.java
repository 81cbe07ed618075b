package org.yanqi.app.ca.cmp;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yanqi.app.ca.cmp.Dialogue.State;

/** All dialogues. */
@Repository
@ConditionalOnProperty("yanqi.ca.cmp.enabled")
class Dialogues {
    private final JdbcClient jdbc;
    private final Clock clock;

    Dialogues(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Dialogue> find(String transaction) {
        return jdbc.sql("select transaction_id, asked_by, request, nonce, state, certificate from ca_cmp_dialogue"
                        + " where transaction_id = ?")
                .param(transaction)
                .query((row, n) -> new Dialogue(
                        row.getString("transaction_id"),
                        row.getString("asked_by"),
                        row.getBytes("request"),
                        row.getString("nonce"),
                        State.valueOf(row.getString("state")),
                        row.getBytes("certificate")))
                .optional();
    }

    /** @return false if there is one under this transaction already */
    boolean begin(String transaction, String askedBy, byte[] request, String nonce) {
        return jdbc.sql("insert into ca_cmp_dialogue (transaction_id, asked_by, request, nonce, state, begun, changed)"
                                + " values (?, ?, ?, ?, 'REQUESTED', ?, ?) on conflict do nothing")
                        .params(transaction, askedBy, request, nonce, now(), now())
                        .update()
                == 1;
    }

    /** What was said last; a certificate once delivered stays the one. */
    void said(String transaction, State state, String nonce, byte @Nullable [] certificate) {
        jdbc.sql("update ca_cmp_dialogue set state = ?, nonce = ?, certificate = coalesce(?, certificate), changed = ?"
                        + " where transaction_id = ?")
                .params(Arrays.asList(state.name(), nonce, certificate, now(), transaction))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
