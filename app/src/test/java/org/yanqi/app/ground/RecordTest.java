package org.yanqi.app.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.ReadTimeline;
import org.yanqi.process.record.RecordEntry;
import org.yanqi.process.record.Role;
import org.yanqi.process.record.SealRecord;
import org.yanqi.process.record.VerifyRecord;

/** R13: what was done stays on the record, and whoever tampers with it is found out. */
@OnPostgres
class RecordTest {
    private final UUID renewal = UUID.randomUUID();

    @Autowired
    AppendToRecord append;

    @Autowired
    SealRecord seal;

    @Autowired
    VerifyRecord verify;

    @Autowired
    ReadTimeline timeline;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void an_empty_record() {
        database.sql("alter table record_entry disable trigger all").update();
        database.sql("delete from record_entry").update();
        database.sql("update record_head set position = 0, hash = repeat('0', 64), signature = null")
                .update();
    }

    @AfterEach
    void guarded_again() {
        database.sql("delete from record_entry").update();
        database.sql("update record_head set position = 0, hash = repeat('0', 64), signature = null")
                .update();
        database.sql("alter table record_entry enable trigger all").update();
    }

    @Test
    void a_sealed_record_is_whole() {
        write(5);
        assertThat(verify.verify().faults()).isEmpty();
        assertThat(verify.verify().entries()).isEqualTo(5);
    }

    @Test
    void a_case_tells_its_story_in_order() {
        write(3);
        assertThat(timeline.of(renewal)).extracting(RecordEntry::verb).containsExactly("step-1", "step-2", "step-3");
        assertThat(timeline.of(renewal).get(0).facts()).containsEntry("n", "1");
    }

    @Test
    void long_words_are_cut_and_do_not_hinder_the_step() {
        append.append(
                Actor.system("j".repeat(300)), renewal, "主".repeat(500), "step", Map.of("reason", "因".repeat(20_000)));
        sealed();
        assertThat(timeline.of(renewal)).hasSize(1);
        assertThat(verify.verify().faults()).isEmpty();
    }

    @Test
    void a_changed_entry_is_found() {
        write(5);
        tamper("update record_entry set facts = '{}' where position = 3");
        assertThat(verify.verify().faults()).containsExactly("changed 3");
    }

    @Test
    void a_removed_entry_is_found() {
        write(5);
        tamper("delete from record_entry where position = 2");
        assertThat(verify.verify().faults()).containsExactly("missing 2");
    }

    @Test
    void reordered_entries_are_found() {
        write(5);
        tamper("update record_entry set position = -3 where position = 3");
        tamper("update record_entry set position = 3 where position = 4");
        tamper("update record_entry set position = 4 where position = -3");
        assertThat(verify.verify().faults()).contains("changed 3", "changed 4");
    }

    @Test
    void a_cut_off_tail_is_found() {
        write(5);
        tamper("delete from record_entry where position > 3");
        assertThat(verify.verify().faults()).containsExactly("tail-missing 4");
    }

    @Test
    void a_tail_cut_off_together_with_its_head_is_found_by_the_signature() {
        write(5);
        tamper("delete from record_entry where position > 3");
        tamper("update record_head set position = 3, hash = (select hash from record_entry where position = 3)");
        assertThat(verify.verify().faults()).containsExactly("head-forged 3");
    }

    @Test
    void entries_put_behind_the_head_are_found() {
        write(2);
        tamper("insert into record_entry (at, account, name, role, from_address, subject, verb, facts, position, hash)"
                + " values (now(), 'x', 'x', 'SYSTEM', 'x', 'x', 'x', '{}', 3, 'ff')");
        assertThat(verify.verify().faults()).contains("added 3");
    }

    @Test
    void the_database_itself_refuses_to_change_or_delete_an_entry() {
        write(1);
        database.sql("alter table record_entry enable trigger all").update();
        assertThatThrownBy(() -> tamper("update record_entry set verb = 'other'"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> tamper("delete from record_entry")).isInstanceOf(DataAccessException.class);
        database.sql("alter table record_entry disable trigger all").update();
    }

    @Test
    void the_whole_record_is_for_auditors() {
        write(1);
        Actor finance = new Actor("f", "f", Role.FINANCE, Set.of(Role.FINANCE), null, null, "x");
        Actor auditor = new Actor("a", "a", Role.AUDITOR, Set.of(Role.AUDITOR), null, null, "x");
        assertThatThrownBy(() -> timeline.latest(finance, null, null, 10)).isInstanceOf(NotAllowed.class);
        assertThat(timeline.latest(auditor, "STEP-1", null, 10)).hasSize(1);
    }

    private void write(int entries) {
        for (int i = 1; i <= entries; i++) {
            append.append(
                    Actor.system("test"), renewal, "renewal", "step-" + i, Map.of("n", Integer.toString(i), "名", "证书"));
        }
        sealed();
    }

    /** The application seals too, and while it does so nobody else can: what was written has its place when one of both is done. */
    private void sealed() {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            seal.seal();
            return database.sql("select count(*) from record_entry where position is null")
                            .query(Long.class)
                            .single()
                    == 0;
        });
    }

    /** A change that meets no row would leave nothing to be found. */
    private void tamper(String sql) {
        assertThat(database.sql(sql).update()).as(sql).isPositive();
    }
}
