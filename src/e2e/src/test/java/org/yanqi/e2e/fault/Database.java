package org.yanqi.e2e.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the product's database says, asked from outside. */
final class Database {
    private final JdbcClient sql;

    Database(DataSource source) {
        this.sql = JdbcClient.create(source);
    }

    String word(String query, Object... values) {
        return String.valueOf(sql.sql(query).params(List.of(values)).query().singleValue());
    }

    byte[] bytes(String query, Object... values) {
        return (byte[]) sql.sql(query).params(List.of(values)).query().singleValue();
    }

    /** Lets the locks of a server that is gone run out, as they do by themselves with time. */
    void endLocks() {
        sql.sql("update act_ru_ext_task set lock_exp_time_ = null, worker_id_ = null")
                .update();
        sql.sql("update act_ru_job set lock_exp_time_ = null, lock_owner_ = null")
                .update();
    }

    /** The promises of the house that are broken now: file and rows. */
    List<String> brokenPromises() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:invariants/*.sql")) {
            var rows = sql.sql(file.getContentAsString(StandardCharsets.UTF_8))
                    .query()
                    .listOfRows();
            if (!rows.isEmpty()) {
                broken.add(file.getFilename() + ": " + rows);
            }
        }
        return broken;
    }
}
