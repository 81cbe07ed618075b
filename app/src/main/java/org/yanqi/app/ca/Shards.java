package org.yanqi.app.ca;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yanqi.process.certificate.Algorithm;

/**
 * The shards of the revocation lists. A certificate goes into the shard that is open when it is issued and carries its
 * address (RFC 5280 §4.2.1.13); a full shard, or another public address, opens the next one. Nodes take places in blocks,
 * so that issuing does not queue for them.
 */
@Component
class Shards implements Places {
    private static final int BLOCK = 100;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final CaProperties properties;
    private final Clock clock;
    private final Map<Algorithm, Block> blocks = new EnumMap<>(Algorithm.class);

    Shards(JdbcClient jdbc, TransactionOperations transactions, CaProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    private static final class Block {
        private final Shard shard;
        private int left;

        private Block(Shard shard, int left) {
            this.shard = shard;
            this.left = left;
        }
    }

    private record Standing(Shard shard, int taken) {}

    @Override
    public synchronized Shard take(Hierarchy hierarchy, int certificates) {
        Block block = blocks.get(hierarchy.algorithm());
        if (block == null || block.left < certificates) {
            block = transactions.execute(status -> reserve(hierarchy, certificates));
            blocks.put(hierarchy.algorithm(), block);
        }
        block.left -= certificates;
        return block.shard;
    }

    /** The shard with this number, if it was opened. */
    Optional<Shard> one(Hierarchy hierarchy, int number) {
        return jdbc.sql("select shard, address from ca_shard where algorithm = ? and shard = ?")
                .params(hierarchy.algorithm().name(), number)
                .query((row, n) -> new Shard(row.getInt("shard"), row.getString("address")))
                .optional();
    }

    /** The first shard; opened here if nothing was issued yet. */
    Shard first(Hierarchy hierarchy) {
        return one(hierarchy, 0)
                .orElseGet(() -> transactions.execute(status -> {
                    lock(hierarchy);
                    return one(hierarchy, 0).orElseGet(() -> open(hierarchy, 0));
                }));
    }

    /** All that were opened, the first one first. */
    List<Shard> all(Hierarchy hierarchy) {
        return jdbc.sql("select shard, address from ca_shard where algorithm = ? order by shard")
                .param(hierarchy.algorithm().name())
                .query((row, n) -> new Shard(row.getInt("shard"), row.getString("address")))
                .list();
    }

    private Block reserve(Hierarchy hierarchy, int certificates) {
        lock(hierarchy);
        Optional<Standing> last = jdbc.sql("select shard, address, taken from ca_shard where algorithm = ?"
                        + " order by shard desc fetch first 1 rows only")
                .param(hierarchy.algorithm().name())
                .query((row, n) ->
                        new Standing(new Shard(row.getInt("shard"), row.getString("address")), row.getInt("taken")))
                .optional();
        Shard shard;
        int taken = 0;
        if (last.isPresent() && takesMore(hierarchy, last.get(), certificates)) {
            shard = last.get().shard();
            taken = last.get().taken();
        } else {
            shard = open(hierarchy, last.map(one -> one.shard().number() + 1).orElse(0));
        }
        int size = Math.max(certificates, Math.min(BLOCK, properties.crlShard() - taken));
        jdbc.sql("update ca_shard set taken = taken + ? where algorithm = ? and shard = ?")
                .params(size, hierarchy.algorithm().name(), shard.number())
                .update();
        return new Block(shard, size);
    }

    private boolean takesMore(Hierarchy hierarchy, Standing last, int certificates) {
        return last.taken() + certificates <= properties.crlShard()
                && last.shard().address().equals(address(hierarchy, last.shard().number()));
    }

    private Shard open(Hierarchy hierarchy, int number) {
        Shard shard = new Shard(number, address(hierarchy, number));
        jdbc.sql("insert into ca_shard (algorithm, shard, address, taken, opened) values (?, ?, ?, 0, ?)")
                .params(hierarchy.algorithm().name(), number, shard.address(), Issuances.at(clock.instant()))
                .update();
        return shard;
    }

    private String address(Hierarchy hierarchy, int number) {
        return Places.address(properties.publicUrl(), hierarchy, number);
    }

    /** One node at a time. */
    private void lock(Hierarchy hierarchy) {
        jdbc.sql("select algorithm from ca_authority where algorithm = ? for update")
                .param(hierarchy.algorithm().name())
                .query(String.class)
                .single();
    }
}
