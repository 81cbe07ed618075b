package org.yanqi.app.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.signal.Answer;
import org.yanqi.process.signal.Position;
import org.yanqi.process.signal.Signals;
import org.yanqi.process.signal.Work;
import org.yanqi.process.worklist.ClaimWorkItem;
import org.yanqi.process.worklist.CompleteWorkItem;
import org.yanqi.process.worklist.ReopenIncident;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItem;
import org.yanqi.process.worklist.WorkItemQuery;
import org.yanqi.process.worklist.WorkItemQuery.Whose;
import org.yanqi.process.worklist.WorkItemState;

/** From a signal through a call outside to a person's work item and back, with everything that may go wrong between. */
abstract class ErrandRules {
    private static final Actor FINANCE = staff("fang", Role.FINANCE);
    private static final Actor OTHER_FINANCE = staff("feng", Role.FINANCE);
    private static final Actor SERVICE = staff("shen", Role.CUSTOMER_SERVICE);
    private static final Actor SUPERVISOR = staff("su", Role.SUPERVISOR);

    final String key = UUID.randomUUID().toString();
    private final UUID renewal = UUID.randomUUID();

    @Autowired
    Signals signals;

    @Autowired
    Position position;

    @Autowired
    SearchWorkItems search;

    @Autowired
    ClaimWorkItem claim;

    @Autowired
    CompleteWorkItem complete;

    @Autowired
    ReopenIncident reopen;

    @Autowired
    Errands errands;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void the_model(@Autowired RepositoryService repository) {
        repository
                .createDeployment()
                .name("errand")
                .enableDuplicateFiltering(true)
                .addClasspathResource("ground/errand.bpmn")
                .deploy();
    }

    @Test
    void a_call_outside_runs_without_a_transaction_and_its_effect_is_stored() {
        start();
        WorkItem item = arrives("check-errand");
        assertThat(errands.inTransaction).containsOnly(false);
        assertThat(effect("outcome")).isEqualTo("DONE");
        assertThat(item.group()).isEqualTo("finance");
        assertThat(item.caseId()).isEqualTo(renewal);
        assertThat(item.due()).isAfter(item.created());
    }

    @Test
    void an_unknown_answer_is_asked_again_under_the_same_key() {
        answers(new Answer.Unknown("no line"), new Answer.Unknown("no line"));
        start();
        arrives("check-errand");
        List<Work> calls = errands.of(key);
        assertThat(calls).hasSize(3);
        assertThat(calls.stream().map(Work::idempotencyKey).distinct()).hasSize(1);
        assertThat(calls.stream().map(Work::attempt)).containsExactly(1, 2, 3);
    }

    @Test
    void not_yet_uses_up_no_attempt() {
        Answer later = new Answer.NotYet(Duration.ofMillis(20));
        answers(later, later, later, later, later);
        start();
        arrives("check-errand");
        assertThat(errands.of(key).stream().map(Work::attempt).distinct()).containsExactly(1);
    }

    @Test
    void a_refusal_takes_the_way_of_its_error() {
        answers(new Answer.Refused("no", "not today", Map::of));
        start();
        assertThat(arrives("mend-errand").group()).isEqualTo("customer");
    }

    @Test
    void the_last_failed_attempt_becomes_a_work_item_and_can_be_tried_again() {
        answers(new Answer.Unknown("1"), new Answer.Unknown("2"), new Answer.Unknown("3"));
        start();
        WorkItem incident = arrives("incident");
        assertThat(incident.group()).isEqualTo("customer-service");
        assertThat(position.ofCase(renewal).get(0).stuck()).isTrue();
        assertThatThrownBy(() -> reopen.retry(FINANCE, incident.id())).isInstanceOf(NotFound.class);

        reopen.retry(SERVICE, incident.id());
        arrives("check-errand");
        assertThat(search.one(SERVICE, incident.id()).state()).isEqualTo(WorkItemState.DONE);
    }

    @Test
    void what_cannot_be_learned_is_rolled_back_and_asked_again() {
        answers(Answer.done(() -> {
            throw new IllegalStateException("the domain refuses");
        }));
        start();
        arrives("check-errand");
        assertThat(errands.of(key)).hasSize(2);
    }

    @Test
    void what_loses_against_another_transaction_is_handed_in_again_and_the_call_is_not_repeated() {
        var lost = new AtomicInteger();
        answers(Answer.done(() -> {
            if (lost.getAndIncrement() < 2) {
                // as the engine hands on a deadlock, which it does not call a conflict
                throw new ProcessEngineException("flush", new SQLException("deadlock detected", "40P01"));
            }
            return Map.of();
        }));
        start();
        arrives("check-errand");
        assertThat(lost).hasValue(3);
        assertThat(errands.of(key)).hasSize(1);
        assertThat(effect("attempts")).isEqualTo("1");
    }

    @Test
    void completing_a_work_item_lets_the_process_go_on() {
        start();
        WorkItem item = arrives("check-errand");
        complete.complete(FINANCE, item.id(), Map.of());
        assertThat(position.ofCase(renewal).get(0).ended()).isTrue();
        assertThat(position.ofCase(renewal).get(0).done()).contains("run-errand", "check-errand", "done");
        WorkItem done = search.one(FINANCE, item.id());
        assertThat(done.state()).isEqualTo(WorkItemState.DONE);
        assertThat(done.endedBy()).isEqualTo("fang");
    }

    @Test
    void of_two_who_complete_an_item_the_second_is_told_so() {
        start();
        WorkItem item = arrives("check-errand");
        complete.complete(FINANCE, item.id(), Map.of());
        Outcome<WorkItem> second = complete.complete(OTHER_FINANCE, item.id(), Map.of());
        assertThat(second).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_claimed_item_is_completed_by_nobody_else() {
        start();
        WorkItem item = arrives("check-errand");
        claim.claim(FINANCE, item.id());
        assertThat(claim.claim(OTHER_FINANCE, item.id()).isAccepted()).isFalse();
        assertThatThrownBy(() -> complete.complete(OTHER_FINANCE, item.id(), Map.of()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> claim.release(OTHER_FINANCE, item.id(), "mine"))
                .isInstanceOf(NotAllowed.class);
        assertThat(claim.release(SUPERVISOR, item.id(), "ill").isAccepted()).isTrue();
        assertThat(complete.complete(OTHER_FINANCE, item.id(), Map.of()).isAccepted())
                .isTrue();
    }

    @Test
    void nobody_works_in_the_queue_of_another_group() {
        start();
        WorkItem item = arrives("check-errand");
        assertThatThrownBy(() -> complete.complete(SERVICE, item.id(), Map.of()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> complete.complete(SUPERVISOR, item.id(), Map.of()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> claim.claim(staff("aud", Role.AUDITOR), item.id()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> search.count(staff("adm", Role.ADMINISTRATOR), all()))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void work_is_handed_only_to_somebody_who_may_do_it() {
        start();
        WorkItem item = arrives("check-errand");
        claim.claim(FINANCE, item.id());
        assertThat(claim.transfer(FINANCE, item.id(), "nobody", "leave").isAccepted())
                .isFalse();
        assertThat(claim.transfer(SUPERVISOR, item.id(), colleague("kefu", Role.CUSTOMER_SERVICE), "leave")
                        .isAccepted())
                .isFalse();
        String account = colleague("caiwu", Role.FINANCE);
        assertThat(claim.transfer(FINANCE, item.id(), account, "leave").isAccepted())
                .isTrue();
        assertThat(search.one(SUPERVISOR, item.id()).assignee()).isEqualTo(account);
    }

    @Test
    void a_step_is_seen_by_its_organisation_and_its_person_only() {
        UUID organisation = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        answers(new Answer.Refused("no", "not today", Map::of));
        start();
        WorkItem item = arrives("mend-errand");
        database.sql("update work_item set organisation = ?, person = ? where id = ?")
                .params(organisation, person, item.id())
                .update();
        Actor owner = customer(Role.HOLDER, organisation, person);
        Actor administrator = customer(Role.ORGANISATION_ADMINISTRATOR, organisation, UUID.randomUUID());
        for (Actor stranger : List.of(
                customer(Role.HOLDER, organisation, UUID.randomUUID()),
                customer(Role.HOLDER, UUID.randomUUID(), person),
                customer(Role.ORGANISATION_ADMINISTRATOR, UUID.randomUUID(), person))) {
            assertThat(search.openFor(stranger)).isEmpty();
            assertThat(search.ofCase(stranger, renewal)).isEmpty();
            assertThatThrownBy(() -> search.one(stranger, item.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> complete.complete(stranger, item.id(), Map.of()))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(search.openFor(administrator)).hasSize(1);
        assertThat(search.openFor(owner)).hasSize(1);
        assertThat(complete.complete(owner, item.id(), Map.of()).isAccepted()).isTrue();
        assertThat(search.openFor(owner)).isEmpty();
    }

    @Test
    void a_message_cancels_the_item_it_overtakes() {
        start();
        WorkItem item = arrives("check-errand");
        assertThat(signals.correlate("errand-called-off", key, Map.of())).isTrue();
        assertThat(search.one(FINANCE, item.id()).state()).isEqualTo(WorkItemState.CANCELLED);
        assertThat(signals.correlate("errand-called-off", key, Map.of())).isFalse();
    }

    @Test
    void a_list_is_paged_by_key_and_searched_by_words() {
        start();
        WorkItem first = arrives("check-errand");
        for (int i = 0; i < 4; i++) {
            signals.start("errand", key, Map.of("caseId", renewal));
        }
        WorkItemQuery mine = new WorkItemQuery(Set.of(), Set.of("check-errand"), Set.of(), Whose.ANY, key, null);
        await().untilAsserted(() -> assertThat(search.count(FINANCE, mine)).isEqualTo(5));
        SearchWorkItems.Page page = search.search(FINANCE, mine, null, 2);
        SearchWorkItems.Page next = search.search(FINANCE, mine, page.next(), 10);
        assertThat(page.items()).hasSize(2);
        assertThat(next.items()).hasSize(3).doesNotContainAnyElementsOf(page.items());
        assertThat(next.next()).isNull();
        assertThat(page.total()).isEqualTo(5);
        assertThat(search.ofCase(SUPERVISOR, renewal)).contains(first).hasSize(5);
    }

    void start() {
        signals.start("errand", key, Map.of("caseId", renewal));
    }

    void answers(Answer... laidOut) {
        errands.answers.put(key, new ArrayDeque<>(List.of(laidOut)));
    }

    WorkItem arrives(String kind) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> search.open(kind, key).isPresent());
        return search.open(kind, key).orElseThrow();
    }

    String effect(String column) {
        return database.sql("select " + column + " from effect where business_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private static WorkItemQuery all() {
        return new WorkItemQuery(Set.of(), Set.of(), Set.of(), Whose.ANY, null, null);
    }

    private String colleague(String name, Role role) {
        String login = name + UUID.randomUUID();
        Actor administrator = staff("adm", Role.ADMINISTRATOR);
        accounts.createStaff(administrator, login, name, name + "@example.org", Set.of(role));
        return login;
    }

    private static Actor customer(Role role, UUID organisation, UUID person) {
        return new Actor("c", "c", role, Set.of(role), organisation, person, "test");
    }

    private static Actor staff(String account, Role role) {
        return new Actor(account, account, role, Set.of(role), null, null, "test");
    }
}
