package org.yanqi.process.record.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.RecordEntry;
import org.yanqi.process.record.Role;

/** The entries in the database: appended, read, never changed. */
@Repository
public class RecordEntries {
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private static final int WORD = 100;
    private static final int SUBJECT = 200;
    private static final int FACTS_IN_ALL = 3000;

    private final JdbcClient database;
    private final ObjectMapper json;

    RecordEntries(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public void append(
            Instant at, Actor actor, @Nullable UUID caseId, String subject, String verb, Map<String, String> facts) {
        database.sql("""
                        insert into record_entry (at, account, name, role, from_address, case_id, subject, verb, facts)
                        values (:at, :account, :name, :role, :from, :case, :subject, :verb, :facts)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", shortened(actor.account(), WORD))
                .param("name", shortened(actor.name(), WORD))
                .param("role", actor.role().name())
                .param("from", shortened(actor.from(), WORD))
                .param("case", caseId)
                .param("subject", shortened(subject, SUBJECT))
                .param("verb", verb)
                .param("facts", write(facts))
                .update();
    }

    /** Oldest first. */
    public List<RecordEntry> ofCase(UUID caseId) {
        return database.sql("select * from record_entry where case_id = :case order by number")
                .param("case", caseId)
                .query((row, i) -> entry(stored(row)))
                .list();
    }

    /** Newest first, numbered below {@code before}; {@code text} is looked for in subject, verb, account and name. */
    public List<RecordEntry> latest(@Nullable String text, long before, int limit) {
        return database.sql("""
                        select * from record_entry where number < :before
                        and (lower(subject) like :text or verb like :text or lower(account) like :text or lower(name) like :text)
                        order by number desc limit :limit
                        """)
                .param("before", before)
                .param("text", text == null ? "%" : "%" + text.strip().toLowerCase(Locale.ROOT) + "%")
                .param("limit", limit)
                .query((row, i) -> entry(stored(row)))
                .list();
    }

    static ChainedEntry stored(ResultSet row) throws SQLException {
        return new ChainedEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account"),
                row.getString("name"),
                row.getString("role"),
                row.getString("from_address"),
                row.getObject("case_id", UUID.class),
                row.getString("subject"),
                row.getString("verb"),
                row.getString("facts"),
                row.getObject("position", Long.class),
                row.getString("hash"));
    }

    private RecordEntry entry(ChainedEntry stored) {
        return new RecordEntry(
                stored.number(),
                stored.at(),
                stored.account(),
                stored.name(),
                Role.valueOf(stored.role()),
                stored.from(),
                stored.caseId(),
                stored.subject(),
                stored.verb(),
                read(stored.facts()));
    }

    private String write(Map<String, String> facts) {
        try {
            TreeMap<String, String> sorted = new TreeMap<>();
            facts.forEach((name, fact) -> sorted.put(name, shortened(fact, Math.max(50, FACTS_IN_ALL / facts.size()))));
            return json.writeValueAsString(sorted);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("facts are not plain words", e);
        }
    }

    /** A long word must not keep a step from happening; what is cut off is kept where it was said. */
    private static String shortened(String word, int most) {
        return word.length() <= most ? word : word.substring(0, most - 1) + "…";
    }

    private Map<String, String> read(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry's facts are damaged", e);
        }
    }
}
