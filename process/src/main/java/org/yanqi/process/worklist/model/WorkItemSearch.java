package org.yanqi.process.worklist.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yanqi.process.worklist.WorkItem;
import org.yanqi.process.worklist.WorkItemState;

/** Finds work items by what a list asks for; every page begins behind the last item of the page before. */
@Repository
public class WorkItemSearch {
    private final JdbcClient database;

    WorkItemSearch(JdbcClient database) {
        this.database = database;
    }

    /** The conditions of one search, put together step by step. */
    public static final class Conditions {
        private final List<String> clauses = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        public Conditions groups(Collection<String> groups) {
            return among("work_group", "groups", groups);
        }

        public Conditions kinds(Collection<String> kinds) {
            return among("kind", "kinds", kinds);
        }

        public Conditions states(Collection<WorkItemState> states) {
            return among("state", "states", states.stream().map(Enum::name).toList());
        }

        /** Of this organisation and, if a person is named, of this person. */
        public Conditions owner(UUID organisation, @Nullable UUID person) {
            add("organisation = :organisation", "organisation", organisation);
            return person == null ? this : add("person = :person", "person", person);
        }

        public Conditions assignee(String account) {
            return add("assignee = :assignee", "assignee", account);
        }

        public Conditions endedBy(String account) {
            return add("ended_by = :endedBy", "endedBy", account);
        }

        public Conditions startedBy(String account) {
            return add("started_by = :startedBy", "startedBy", account);
        }

        public Conditions unclaimed() {
            clauses.add("assignee is null");
            return this;
        }

        public Conditions dueBefore(Instant due) {
            return add("due < :dueBefore", "dueBefore", due.atOffset(ZoneOffset.UTC));
        }

        /** Every word must occur. */
        public Conditions text(String text) {
            String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
            for (int i = 0; i < words.length; i++) {
                String escaped = words[i].replace("!", "!!").replace("%", "!%").replace("_", "!_");
                add("words like :word" + i + " escape '!'", "word" + i, "%" + escaped + "%");
            }
            return this;
        }

        private Conditions among(String column, String name, Collection<String> wanted) {
            return add(column + " in (:" + name + ")", name, List.copyOf(wanted));
        }

        private Conditions add(String clause, String name, Object value) {
            clauses.add(clause);
            values.put(name, value);
            return this;
        }

        private String where() {
            return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
        }
    }

    /** Most urgent first, behind the given item if one is given. */
    public List<WorkItem> page(Conditions conditions, @Nullable Instant afterDue, @Nullable UUID afterId, int limit) {
        String where = conditions.where();
        Map<String, Object> values = new HashMap<>(conditions.values);
        if (afterDue != null && afterId != null) {
            where += (where.isEmpty() ? " where " : " and ") + "(due, id) > (:afterDue, :afterId)";
            values.put("afterDue", afterDue.atOffset(ZoneOffset.UTC));
            values.put("afterId", afterId);
        }
        values.put("limit", limit);
        return database.sql("select * from work_item" + where + " order by due, id limit :limit")
                .params(values)
                .query((row, i) -> WorkItems.item(row))
                .list();
    }

    public long count(Conditions conditions) {
        return database.sql("select count(*) from work_item" + conditions.where())
                .params(conditions.values)
                .query(Long.class)
                .single();
    }
}
