package org.yanqi.process.worklist.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yanqi.process.worklist.WorkItem;
import org.yanqi.process.worklist.WorkItemState;
import org.yanqi.process.worklist.WorklistChanged;

/** The list of what people have to do. */
@Repository
public class WorkItems {
    private static final int TITLE = 400;
    private static final int WORDS = 2000;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    WorkItems(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /** A work item with the handles by which the engine is told. */
    public record Handled(
            WorkItem item,
            @Nullable String task,
            @Nullable String job,
            @Nullable String externalTask) {}

    /** Lists it; unless somebody is named, it is the doing of whoever did the work before it in the same process. */
    public void add(NewWorkItem item) {
        NewWorkItem.Trouble trouble = item.trouble();
        String words =
                (item.about().title() + " " + item.about().words() + " " + item.businessKey()).toLowerCase(Locale.ROOT);
        database.sql("""
                        insert into work_item (id, kind, form_key, work_group, state, process, business_key, case_id,
                            organisation, person, title, words, created, due, provisional, task, incident, stuck_job,
                            stuck_external_task, started_by)
                        values (:id, :kind, :form, :group, 'OPEN', :process, :key, :case, :organisation, :person, :title,
                            :words, :created, :due, :provisional, :task, :incident, :job, :externalTask,
                            coalesce(cast(:startedBy as varchar), (select b.ended_by from work_item b
                                where b.business_key = :key and b.process = :process and b.state = 'DONE'
                                order by b.ended desc limit 1)))
                        """)
                .param("id", UUID.randomUUID())
                .param("kind", item.kind())
                .param("form", item.formKey())
                .param("group", item.group())
                .param("process", item.process())
                .param("key", item.businessKey())
                .param("case", item.caseId())
                .param("organisation", item.about().organisation())
                .param("person", item.about().person())
                .param("title", shortened(item.about().title(), TITLE))
                .param("words", shortened(words, WORDS))
                .param("created", item.created().atOffset(ZoneOffset.UTC))
                .param("due", item.due().atOffset(ZoneOffset.UTC))
                .param("provisional", item.provisional())
                .param("task", item.task())
                .param("incident", trouble == null ? null : trouble.incident())
                .param("job", trouble == null ? null : trouble.job())
                .param("externalTask", trouble == null ? null : trouble.externalTask())
                .param("startedBy", item.startedBy())
                .update();
        events.publishEvent(new WorklistChanged(item.caseId()));
    }

    public Optional<WorkItem> find(UUID id) {
        return database.sql("select * from work_item where id = ?")
                .param(id)
                .query((row, i) -> item(row))
                .optional();
    }

    /** The item, locked until the transaction ends, so that of two people who finish it one comes second. */
    public Optional<Handled> lock(UUID id) {
        return database.sql("select * from work_item where id = ? for update")
                .param(id)
                .query((row, i) -> new Handled(
                        item(row),
                        row.getString("task"),
                        row.getString("stuck_job"),
                        row.getString("stuck_external_task")))
                .optional();
    }

    public Optional<WorkItem> open(String kind, String businessKey) {
        return database.sql(
                        "select * from work_item where business_key = ? and kind = ? and state in ('OPEN', 'CLAIMED')"
                                + " order by created desc limit 1")
                .params(businessKey, kind)
                .query((row, i) -> item(row))
                .optional();
    }

    public Set<String> openKinds(String businessKey) {
        return database.sql(
                        "select distinct kind from work_item where business_key = ? and state in ('OPEN', 'CLAIMED')")
                .param(businessKey)
                .query(String.class)
                .set();
    }

    public List<WorkItem> ofCase(UUID caseId) {
        return database.sql("select * from work_item where case_id = ? order by created, id")
                .param(caseId)
                .query((row, i) -> item(row))
                .list();
    }

    /** Gives the item to somebody, or back to its group. */
    public void assign(UUID id, @Nullable String account, @Nullable String name) {
        database.sql("update work_item set state = :state, assignee = :account, assignee_name = :name where id = :id")
                .param("state", account == null ? "OPEN" : "CLAIMED")
                .param("account", account)
                .param("name", name)
                .param("id", id)
                .update();
    }

    public void end(UUID id, WorkItemState state, Instant at, String by) {
        database.sql("update work_item set state = ?, ended = ?, ended_by = ? where id = ?")
                .params(state.name(), at.atOffset(ZoneOffset.UTC), by, id)
                .update();
        events.publishEvent(new WorklistChanged(null));
    }

    /** Ends the item of an engine's task unless somebody has ended it already. */
    public void endTask(String task, WorkItemState state, Instant at) {
        endBy("task", task, state, at);
    }

    /** Ends the item of an engine's incident unless somebody has ended it already. */
    public void endIncident(String incident, WorkItemState state, Instant at) {
        endBy("incident", incident, state, at);
    }

    private void endBy(String column, String handle, WorkItemState state, Instant at) {
        database.sql("update work_item set state = ?, ended = ?, ended_by = 'engine' where " + column
                        + " = ? and state in ('OPEN', 'CLAIMED')")
                .params(state.name(), at.atOffset(ZoneOffset.UTC), handle)
                .update();
        events.publishEvent(new WorklistChanged(null));
    }

    static WorkItem item(ResultSet row) throws SQLException {
        return new WorkItem(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("form_key"),
                row.getString("work_group"),
                WorkItemState.valueOf(row.getString("state")),
                row.getString("business_key"),
                row.getObject("case_id", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("title"),
                row.getString("assignee"),
                row.getString("assignee_name"),
                instant(row, "created"),
                instant(row, "due"),
                row.getBoolean("provisional"),
                row.getObject("ended") == null ? null : instant(row, "ended"),
                row.getString("ended_by"),
                row.getString("started_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
