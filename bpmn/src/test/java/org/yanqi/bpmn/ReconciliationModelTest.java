package org.yanqi.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconciliationModelTest extends ModelTest {
    ReconciliationModelTest() {
        super("reconciliation");
    }

    @BeforeEach
    void one_channel_whose_bill_is_there_and_a_last_look() {
        channels("WECHAT");
        delegateSets("checkBills", "lacking", false);
    }

    private static void channels(String... channels) {
        delegateSets("openRound", "channels", new ArrayList<>(List.of(channels)));
    }

    private void differences(boolean toSign, boolean lookAgain) {
        work("open-differences", "toSign", toSign, "lookAgain", lookAgain);
    }

    @Test
    void fetches_compares_and_is_signed_off_by_finance() {
        ProcessInstance day = start();
        work("fetch-bill", "billState", "there");
        work("match-day");
        differences(true, false);
        assertThat(waits()).containsExactly("sign-off-day");
        complete("sign-off-day");
        assertThat(day)
                .hasPassed("open-round", "check-bills", "open-differences", "day-closed")
                .isEnded();
    }

    @Test
    void fetches_the_bill_of_each_channel_and_goes_on_when_all_have_come() {
        channels("WECHAT", "ALIPAY");
        start();
        var bills = ModelEngine.ENGINE
                .getExternalTaskService()
                .fetchAndLock(3, "test")
                .topic("fetch-bill", 60_000)
                .execute();
        assertThat(bills.stream().map(bill -> bill.getVariables().get("channel")))
                .containsExactlyInAnyOrder("WECHAT", "ALIPAY");
        answer(bills.get(0), "there");
        assertThat(waits()).contains("fetch-bill").doesNotContain("match-day");
        answer(bills.get(1), "awaited");
        assertThat(waits()).contains("await-bill");
        runJob("await-bill");
        work("fetch-bill", "billState", "there");
        assertThat(waits()).containsExactly("match-day");
    }

    private static void answer(LockedExternalTask bill, String state) {
        ModelEngine.ENGINE.getExternalTaskService().complete(bill.getId(), "test", map("billState", state));
    }

    @Test
    void goes_on_at_once_when_no_channel_is_to_be_asked() {
        channels();
        start();
        assertThat(waits()).containsExactly("match-day");
    }

    @Test
    void has_a_damaged_or_missing_bill_fetched_again_by_a_person() {
        delegateSets("checkBills", "lacking", true);
        start();
        work("fetch-bill", "billState", "lacking");
        assertThat(waits()).containsExactly("handle-missing-bill");
        complete("handle-missing-bill", "outcome", "fetch-again");
        assertThat(waits()).contains("fetch-bill");
    }

    @Test
    void goes_on_without_a_bill_when_a_person_says_so() {
        startAt("handle-missing-bill");
        complete("handle-missing-bill", "outcome", "go-on");
        assertThat(waits()).containsExactly("match-day");
    }

    @Test
    void looks_again_a_day_later_and_is_signed_again_when_rows_came_late() {
        startAt("sign-off-day", "lookAgain", true);
        complete("sign-off-day");
        assertThat(waits()).containsExactly("await-late-rows");
        runJob("await-late-rows");
        work("fetch-bill", "billState", "there");
        work("match-day");
        differences(true, true);
        assertThat(waits()).containsExactly("sign-off-day");
    }

    @Test
    void needs_no_new_signature_when_nothing_came_late() {
        ProcessInstance day = startAt("match-day");
        work("match-day");
        differences(false, false);
        assertThat(day).hasPassed("day-closed").hasNotPassed("sign-off-day").isEnded();
    }

    @Test
    void knows_only_the_outcomes_of_its_flows() {
        startAt("handle-missing-bill");
        assertThatThrownBy(() -> complete("handle-missing-bill", "outcome", "shrug"))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(Set.copyOf(waits())).containsExactly("handle-missing-bill");
    }
}
