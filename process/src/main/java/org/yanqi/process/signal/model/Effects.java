package org.yanqi.process.signal.model;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What left the building: a row is stored before each call and finished once. */
@Repository
public class Effects {
    private static final int REASON = 500;

    private final JdbcClient database;
    private final Clock clock;

    Effects(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How an attempt ended. */
    public enum Outcome {
        DONE,
        REFUSED,
        UNKNOWN,
        NOT_YET,
        /** The call ended when nobody waited for it any more; whoever comes next asks the world anew. */
        DROPPED
    }

    /** Stores that an attempt begins. */
    public void begin(String key, String topic, String task, String businessKey, @Nullable UUID caseId) {
        int first = database.sql("""
                        insert into effect (effect_key, topic, task, business_key, case_id, attempts, started, called, finishes)
                        values (:key, :topic, :task, :business, :case, 1, :started, :started, 0)
                        on conflict do nothing
                        """)
                .param("key", key)
                .param("topic", topic)
                .param("task", task)
                .param("business", businessKey)
                .param("case", caseId)
                .param("started", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (first == 0) {
            database.sql("update effect set attempts = attempts + 1, called = ?, outcome = null where effect_key = ?")
                    .params(clock.instant().atOffset(ZoneOffset.UTC), key)
                    .update();
        }
    }

    /**
     * Whether another call of this kind for the same business key may still be on its way.
     *
     * @param longest after which a call has surely ended
     */
    public boolean isAnotherUnderWay(String key, String topic, String businessKey, Duration longest) {
        return database.sql("select count(*) from effect where business_key = ? and topic = ? and effect_key <> ?"
                                + " and outcome is null and called > ?")
                        .params(
                                businessKey,
                                topic,
                                key,
                                clock.instant().minus(longest).atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Stores the end; counted, so that an effect that ends twice can be found. */
    public void finish(String key, Outcome outcome, String reason) {
        database.sql(
                        "update effect set finished = ?, finishes = finishes + 1, outcome = ?, reason = ? where effect_key = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), outcome.name(), shortened(reason), key)
                .update();
    }

    /** Stores that it is to be asked again. */
    public void leave(String key, Outcome outcome, String reason) {
        database.sql("update effect set outcome = ?, reason = ? where effect_key = ?")
                .params(outcome.name(), shortened(reason), key)
                .update();
    }

    private static String shortened(String reason) {
        return reason.length() <= REASON ? reason : reason.substring(0, REASON);
    }
}
