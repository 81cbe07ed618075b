package org.yanqi.app.ca.km;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sealed private keys in the component's own table. */
@Repository
class StoredKeys implements KeptKeys {
    private final JdbcClient jdbc;
    private final Clock clock;

    StoredKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void keep(String id, byte[] sealed) {
        jdbc.sql("insert into km_key (id, sealed, made) values (?, ?, ?)")
                .params(id, sealed, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<byte[]> sealed(String id) {
        return jdbc.sql("select sealed from km_key where id = ?")
                .param(id)
                .query(byte[].class)
                .optional();
    }
}
