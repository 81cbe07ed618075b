package org.yanqi.process.record.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain over the entries and its head. */
@Repository
public class Chain {
    private static final int PAGE = 1000;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Chain(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** The head, locked for this transaction; empty if another sealer holds it. */
    public Optional<Head> lockHead() {
        return head(" for update skip locked");
    }

    public Head head() {
        return head("").orElseThrow(() -> new IllegalStateException("the record has no head row"));
    }

    private Optional<Head> head(String lock) {
        return database.sql("select position, hash, signature from record_head where id = 1" + lock)
                .query((row, i) -> new Head(row.getLong(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /** Entries without a place in the chain, in the order they were written. */
    public List<ChainedEntry> unsealed(int limit) {
        return database.sql("select * from record_entry where position is null order by number limit :limit")
                .param("limit", limit)
                .query((row, i) -> RecordEntries.stored(row))
                .list();
    }

    /** Chains these entries behind the head and gives the new, unsigned head. */
    public Head link(Head head, List<ChainedEntry> entries) {
        long position = head.position();
        String hash = head.hash();
        List<Object[]> links = new ArrayList<>();
        for (ChainedEntry entry : entries) {
            hash = entry.hashAt(++position, hash);
            links.add(new Object[] {position, hash, entry.number()});
        }
        batches.batchUpdate(
                "update record_entry set position = ?, hash = ? where number = ? and position is null", links);
        return new Head(position, hash, null);
    }

    public void keep(Head head, LocalDate day, Instant at) {
        database.sql("update record_head set position = ?, hash = ?, signature = ?, sealed_at = ? where id = 1")
                .params(head.position(), head.hash(), head.signature(), at.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("insert into record_day (sealed_on, position, hash, signature) values (?, 0, '', '')"
                        + " on conflict do nothing")
                .params(day)
                .update();
        database.sql("update record_day set position = ?, hash = ?, signature = ? where sealed_on = ?")
                .params(head.position(), head.hash(), head.signature(), day)
                .update();
    }

    /** Visits every sealed entry in the chain's order, a page at a time. */
    public void walk(Consumer<ChainedEntry> visitor) {
        long after = Long.MIN_VALUE;
        List<ChainedEntry> page;
        do {
            page = database.sql("select * from record_entry where position > :after order by position limit :limit")
                    .param("after", after)
                    .param("limit", PAGE)
                    .query((row, i) -> RecordEntries.stored(row))
                    .list();
            for (ChainedEntry entry : page) {
                visitor.accept(entry);
                after = entry.position() == null ? after : entry.position();
            }
        } while (page.size() == PAGE);
    }
}
