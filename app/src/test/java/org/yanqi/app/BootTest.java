package org.yanqi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The product starts on both databases, and the engine finds the tables that the migrations made. */
class BootTest {

    @Nested
    @OnPostgres
    class Postgres extends Rules {}

    @Nested
    @SpringBootTest
    class EmbeddedDatabase extends Rules {
        @TempDir
        static Path data;

        @DynamicPropertySource
        static void properties(DynamicPropertyRegistry registry) {
            registry.add("yanqi.data", data::toString);
        }
    }

    abstract static class Rules {
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
        void inserting_what_is_there_already_is_no_error() {
            database.sql("create table if not exists probe (id int primary key)")
                    .update();
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
}
