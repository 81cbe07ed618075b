package org.yanqi.process.signal.model;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The process instances of each case, running and ended; the engine's history forgets variables, this does not. */
@Repository
public class CaseProcesses {
    private final JdbcClient database;
    private final Clock clock;

    CaseProcesses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One instance of a process. */
    public record CaseProcess(String instance, String process, String businessKey) {}

    public void add(String instance, String process, String businessKey, @Nullable UUID caseId) {
        database.sql("insert into case_process (instance, process, business_key, case_id, started)"
                        + " values (:instance, :process, :key, :case, :started)")
                .param("instance", instance)
                .param("process", process)
                .param("key", businessKey)
                .param("case", caseId)
                .param("started", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order in which they were started. */
    public List<CaseProcess> ofCase(UUID caseId) {
        return database.sql("select instance, process, business_key from case_process where case_id = ?"
                        + " order by started, instance")
                .param(caseId)
                .query((row, i) -> new CaseProcess(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
