package org.yanqi.app.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.signal.Answer;

/** Errands on the database of real use. */
@OnPostgres
class ErrandTest extends ErrandRules {
    @Autowired
    TransactionOperations transactions;

    @Test
    void who_hands_in_late_and_who_fetches_again_do_not_wait_for_each_other() {
        var handingIn = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        answers(Answer.done(() -> {
            handingIn.countDown();
            awaitQuietly(goOn);
            return Map.of();
        }));
        start();
        awaitQuietly(handingIn);
        transactions.executeWithoutResult(status -> {
            // what a fetch does: the task first, its effect then
            touch("update act_ru_ext_task set lock_exp_time_ = lock_exp_time_ where execution_id_ in"
                    + " (select id_ from act_ru_execution where business_key_ = ?) or proc_inst_id_ in"
                    + " (select proc_inst_id_ from act_ru_execution where business_key_ = ?)");
            goOn.countDown();
            await().atMost(Duration.ofSeconds(20)).until(() -> waitsForTheTask() > 0);
            assertThat(database.sql("update effect set attempts = attempts where business_key = ?")
                            .param(key)
                            .update())
                    .isEqualTo(1);
        });
        arrives("check-errand");
        assertThat(errands.of(key)).hasSize(1);
        assertThat(effect("outcome")).isEqualTo("DONE");
    }

    private void touch(String update) {
        assertThat(database.sql(update).params(key, key).update()).isEqualTo(1);
    }

    private long waitsForTheTask() {
        return database.sql("select count(*) from pg_stat_activity where datname = current_database() and"
                        + " wait_event_type = 'Lock' and query ilike '%act_ru_ext_task%'")
                .query(Long.class)
                .single();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
