package org.yanqi.process.signal.model;

import java.time.Clock;
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
        NOT_YET
    }

    /** Stores that an attempt begins. */
    public void begin(String key, String topic, String task, String businessKey, @Nullable UUID caseId) {
        int first = database.sql("""
                        insert into effect (effect_key, topic, task, business_key, case_id, attempts, started, finishes)
                        values (:key, :topic, :task, :business, :case, 1, :started, 0)
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
            database.sql("update effect set attempts = attempts + 1 where effect_key = ?")
                    .param(key)
                    .update();
        }
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
