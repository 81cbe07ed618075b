package org.yanqi.app.ca;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yanqi.app.ca.km.EncryptionPair;
import org.yanqi.app.ca.km.SealedKeys;

/** Keeps the encryption keys made for holders, sealed, beside the serial they were certified under. */
@Repository
class EscrowedKeys {
    private final JdbcClient jdbc;
    private final SealedKeys seal;
    private final Clock clock;

    EscrowedKeys(JdbcClient jdbc, CaProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.seal = new SealedKeys(properties.directory(), properties.secret());
        this.clock = clock;
    }

    void keep(String serial, EncryptionPair pair) {
        jdbc.sql("insert into ca_escrowed_key (serial, sealed, made) values (?, ?, ?)")
                .params(
                        serial,
                        seal.seal(pair.secret(), serial.getBytes(StandardCharsets.US_ASCII)),
                        Issuances.at(clock.instant()))
                .update();
    }
}
