package org.yanqi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product starts on both databases, and the engine finds the tables that the migrations made. */
abstract class BootRules {
    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient database;

    @Test
    void the_engine_works_on_the_migrated_schema() {
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isNotNegative();
        assertThat(engine.getProcessEngineConfiguration().getDatabaseSchemaUpdate())
                .isEqualTo("false");
    }

    @Test
    void old_history_is_removed() {
        engine.getHistoryService().cleanUpHistoryAsync(true);
        List<Job> cleanup = engine.getHistoryService().findHistoryCleanupJobs();
        assertThat(cleanup).isNotEmpty();
        cleanup.forEach(job -> await().atMost(Duration.ofSeconds(30)).until(() -> hasRun(job)));
    }

    private boolean hasRun(Job job) {
        Job now = engine.getManagementService()
                .createJobQuery()
                .jobId(job.getId())
                .singleResult();
        // a job that meets the executor's own hand on it is run again: only the end counts
        return now.getExceptionMessage() == null && now.getDuedate().after(job.getDuedate());
    }

    @Test
    void inserting_what_is_there_already_is_no_error() {
        database.sql("create table if not exists probe (id int primary key)").update();
        for (int i = 0; i < 2; i++) {
            database.sql("insert into probe (id) values (1) on conflict do nothing")
                    .update();
        }
        assertThat(database.sql("select id from probe for update skip locked")
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
    }
}
