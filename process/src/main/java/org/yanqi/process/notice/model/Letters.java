package org.yanqi.process.notice.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yanqi.process.notice.NoticesOf.Notice;
import org.yanqi.process.notice.SendNotice.Enclosure;
import org.yanqi.process.notice.port.Postman.Letter;
import org.yanqi.process.outcome.NotFound;

/** Letters that wait for the postman, and those that went. */
@Repository
public class Letters {
    private static final int TROUBLE = 500;

    private final JdbcClient database;
    private final Clock clock;

    Letters(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A letter as it is queued. */
    public record Queued(
            UUID id,
            String once,
            String kind,
            String to,
            String subject,
            String html,
            String plain,
            String messageId,
            @Nullable UUID caseId,
            List<Enclosure> enclosures) {}

    /** A letter whose turn it is; {@code attempts} counts this one. */
    public record Turn(UUID id, int attempts, Letter letter) {}

    /** @return false if a letter under the same key was queued before */
    public boolean add(Queued letter) {
        OffsetDateTime now = now();
        int added = database.sql("""
            insert into notice (id, once, kind, recipient, subject, html, plain, message_id, case_id, queued,
                next_attempt, attempts)
            values (:id, :once, :kind, :to, :subject, :html, :plain, :messageId, :case, :now, :now, 0)
            on conflict do nothing
            """)
                .param("id", letter.id())
                .param("once", letter.once())
                .param("kind", letter.kind())
                .param("to", letter.to())
                .param("subject", letter.subject())
                .param("html", letter.html())
                .param("plain", letter.plain())
                .param("messageId", letter.messageId())
                .param("case", letter.caseId())
                .param("now", now)
                .update();
        if (added == 0) {
            return false;
        }
        int place = 0;
        for (Enclosure enclosure : letter.enclosures()) {
            database.sql("insert into notice_enclosure (notice, place, name, media_type, content) values (?, ?, ?,"
                            + " ?, ?)")
                    .params(letter.id(), place++, enclosure.name(), enclosure.mediaType(), enclosure.content())
                    .update();
        }
        return true;
    }

    /**
     * Takes letters whose turn it is. Their next turn is set at once, so that another node leaves them alone and a
     * letter whose sender died is tried again.
     */
    public List<Turn> take(int most, Duration lease) {
        List<Turn> turns = database.sql("""
            select * from notice where sent is null and refused is null and next_attempt <= ?
            order by next_attempt limit ? for update skip locked
            """)
                .params(now(), most)
                .query((row, i) -> new Turn(row.getObject("id", UUID.class), row.getInt("attempts") + 1, letter(row)))
                .list();
        OffsetDateTime next = now().plus(lease);
        turns.forEach(turn -> database.sql("update notice set next_attempt = ?, attempts = ? where id = ?")
                .params(next, turn.attempts(), turn.id())
                .update());
        return turns;
    }

    public void sent(UUID id) {
        database.sql("update notice set sent = ?, trouble = null where id = ? and sent is null")
                .params(now(), id)
                .update();
    }

    public void later(UUID id, Duration pause, String trouble) {
        database.sql("update notice set next_attempt = ?, trouble = ? where id = ?")
                .params(now().plus(pause), shortened(trouble), id)
                .update();
    }

    /** The address is refused for good: it waits for a person. */
    public void refused(UUID id, String trouble) {
        database.sql("update notice set refused = ?, trouble = ? where id = ? and sent is null")
                .params(now(), shortened(trouble), id)
                .update();
    }

    /** Its turn is now, to another address. */
    public void sendTo(UUID id, String address) {
        database.sql("update notice set recipient = ?, refused = null, next_attempt = ? where id = ? and sent is null")
                .params(address, now(), id)
                .update();
    }

    public List<Notice> ofCase(UUID caseId) {
        return database.sql("select * from notice where case_id = ? order by queued, id")
                .param(caseId)
                .query((row, i) -> notice(row))
                .list();
    }

    /** @throws NotFound if there is none */
    public Notice one(UUID id) {
        return database.sql("select * from notice where id = ?")
                .param(id)
                .query((row, i) -> notice(row))
                .optional()
                .orElseThrow(() -> new NotFound("letter " + id));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getObject("queued", OffsetDateTime.class).toInstant(),
                instant(row, "sent"),
                row.getInt("attempts"),
                instant(row, "refused"),
                row.getString("trouble"),
                row.getObject("case_id", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getString("message_id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("html"),
                row.getString("plain"),
                enclosures(row.getObject("id", UUID.class)));
    }

    private List<Enclosure> enclosures(UUID letter) {
        return database.sql("select name, media_type, content from notice_enclosure where notice = ? order by place")
                .param(letter)
                .query((row, i) -> new Enclosure(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    private static String shortened(String trouble) {
        return trouble.length() > TROUBLE ? trouble.substring(0, TROUBLE) : trouble;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
