package org.yanqi.bpmn;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Drives one model by hand: people, workers, messages and time are played by the test, delegates do nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModelTest {
    private final String process;
    private ProcessInstance instance;

    ModelTest(String process) {
        this.process = process;
    }

    @BeforeEach
    void standIn() {
        init(ModelEngine.ENGINE);
        Mocks.register("deadlines", new Deadlines());
        String definition = ModelEngine.ENGINE
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .singleResult()
                .getId();
        ModelEngine.ENGINE
                .getRepositoryService()
                .getBpmnModelInstance(definition)
                .getModelElementsByType(ServiceTask.class)
                .stream()
                .map(ServiceTask::getCamundaDelegateExpression)
                .filter(expression -> expression != null)
                .forEach(expression -> delegate(expression.replaceAll("[${}]", ""), execution -> {}));
    }

    @AfterEach
    void clear() {
        runtime()
                .createProcessInstanceQuery()
                .list()
                .forEach(left -> runtime().deleteProcessInstance(left.getId(), "test over"));
        ClockUtil.reset();
        Mocks.reset();
    }

    @AfterAll
    void every_flow_of_the_model_was_taken() {
        Assertions.assertThat(ModelEngine.flowsNotTaken(process)).isEmpty();
    }

    static RuntimeService runtime() {
        return ModelEngine.ENGINE.getRuntimeService();
    }

    /** Lets a delegate do something, until the test is over. */
    static void delegate(String bean, JavaDelegate what) {
        Mocks.register(bean, what);
    }

    static void delegateSets(String bean, String variable, Object value) {
        delegate(bean, execution -> execution.setVariable(variable, value));
    }

    ProcessInstance start(Object... variables) {
        instance = runtime().startProcessInstanceByKey(process, "case-1", map(variables));
        return instance;
    }

    ProcessInstance startAt(String activity, Object... variables) {
        instance = runtime()
                .createProcessInstanceByKey(process)
                .businessKey("case-1")
                .setVariables(map(variables))
                .startBeforeActivity(activity)
                .execute();
        return instance;
    }

    ProcessInstance startByMessage(String message, Object... variables) {
        instance = runtime().startProcessInstanceByMessage(message, "case-1", map(variables));
        return instance;
    }

    /** A person completes the open task of this id. */
    void complete(String task, Object... variables) {
        ModelEngine.ENGINE.getTaskService().complete(task(task).getId(), map(variables));
    }

    Task task(String id) {
        return ModelEngine.ENGINE
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(id)
                .initializeFormKeys()
                .singleResult();
    }

    /** A worker completes the one open task of its topic. */
    void work(String topic, Object... variables) {
        ModelEngine.ENGINE.getExternalTaskService().complete(lock(topic).getId(), "test", map(variables));
    }

    /** A worker answers with a business error. */
    void refuse(String topic, String error, Object... variables) {
        ModelEngine.ENGINE
                .getExternalTaskService()
                .handleBpmnError(lock(topic).getId(), "test", error, "refused by the test", map(variables));
    }

    private LockedExternalTask lock(String topic) {
        var locked = ModelEngine.ENGINE
                .getExternalTaskService()
                .fetchAndLock(2, "test")
                .topic(topic, 60_000)
                .execute();
        Assertions.assertThat(locked).as("open tasks of topic " + topic).hasSize(1);
        return locked.get(0);
    }

    void message(String name, Object... variables) {
        runtime()
                .createMessageCorrelation(name)
                .processInstanceId(instance.getId())
                .setVariables(map(variables))
                .correlate();
    }

    /** The activities at which tokens of the instance stand, scopes around them left out. */
    List<String> waits() {
        List<String> ids = new ArrayList<>();
        collect(runtime().getActivityInstance(instance.getId()), ids);
        return ids;
    }

    private static void collect(ActivityInstance scope, List<String> ids) {
        for (TransitionInstance continuation : scope.getChildTransitionInstances()) {
            ids.add(continuation.getActivityId());
        }
        for (ActivityInstance child : scope.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length > 0 || child.getChildTransitionInstances().length > 0) {
                collect(child, ids);
            } else {
                ids.add(child.getActivityId());
            }
        }
    }

    Job job(String activity) {
        return ModelEngine.ENGINE
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .singleResult();
    }

    /** Moves the clock to the due time of a timer and lets it fire; a continuation without due time simply runs. */
    void runJob(String activity) {
        Job job = job(activity);
        if (job.getDuedate() != null) {
            ClockUtil.setCurrentTime(job.getDuedate());
        }
        ModelEngine.ENGINE.getManagementService().executeJob(job.getId());
    }

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            variables.put((String) pairs[i], pairs[i + 1]);
        }
        Assertions.assertThat(pairs.length % 2).as(Arrays.toString(pairs)).isZero();
        return variables;
    }

    /** Stands in for the working-day calendar: every day is a working day. */
    public static final class Deadlines {
        public Date forTask(DelegateExecution execution, String spec) {
            Date now = ClockUtil.getCurrentTime();
            Duration span = spec.endsWith("wd")
                    ? Duration.ofDays(Long.parseLong(spec.replace("wd", "")))
                    : spec.startsWith("PT")
                            ? Duration.parse(spec)
                            : Duration.ofDays(Period.parse(spec).getDays());
            return Date.from(now.toInstant().plus(span));
        }
    }
}
