package org.yanqi.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yanqi.app.OnPostgres;
import org.yanqi.forms.component.TaskForm;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.signal.Worker;

/** Every word of the models means something in the code; each test lists all that is missing at once. */
@OnPostgres
class ModelsTest {
    private static final Pattern BEAN = Pattern.compile("\\$\\{\\s*([A-Za-z]+)(?:\\.[A-Za-z]+\\(.*\\))?\\s*}");
    private static final Pattern CALL = Pattern.compile("\\$\\{[^}]*?\\b([A-Za-z]+)\\.[A-Za-z]+\\(");

    @Autowired
    ApplicationContext context;

    @Test
    void every_delegate_is_a_bean() {
        Set<String> missing = new TreeSet<>();
        elements(ServiceTask.class)
                .map(ServiceTask::getCamundaDelegateExpression)
                .filter(expression -> expression != null)
                .forEach(expression -> {
                    Matcher matcher = BEAN.matcher(expression);
                    if (!matcher.matches() || !context.containsBean(matcher.group(1))) {
                        missing.add(expression);
                    }
                });
        assertThat(missing).as("delegates without a bean").isEmpty();
    }

    @Test
    void every_bean_called_in_an_expression_exists() {
        Set<String> missing = new TreeSet<>();
        texts().forEach(model -> {
            Matcher matcher = CALL.matcher(model);
            while (matcher.find()) {
                if (!context.containsBean(matcher.group(1))) {
                    missing.add(matcher.group());
                }
            }
        });
        assertThat(missing).as("calls of beans that are not there").isEmpty();
    }

    @Test
    void every_topic_has_its_worker() {
        Set<String> topics = elements(ServiceTask.class)
                .map(ServiceTask::getCamundaTopic)
                .filter(topic -> topic != null)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> workers = context.getBeansOfType(Worker.class).values().stream()
                .map(Worker::topic)
                .collect(Collectors.toSet());
        topics.removeAll(workers);
        assertThat(topics).as("topics without a worker").isEmpty();
    }

    @Test
    void every_form_key_has_its_form() {
        Set<String> keys = elements(UserTask.class)
                .map(UserTask::getCamundaFormKey)
                .collect(Collectors.toCollection(TreeSet::new));
        // the worklist makes these itself
        keys.add("desk/incident");
        Set<String> forms = context.getBeansOfType(TaskForm.class).values().stream()
                .map(TaskForm::formKey)
                .collect(Collectors.toSet());
        keys.removeAll(forms);
        assertThat(keys).as("form keys without a form").isEmpty();
    }

    @Test
    void messages_and_processes_are_the_same_in_code_and_models() {
        Set<String> messages =
                elements(Message.class).map(Message::getName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(messages).isEqualTo(constants(Messages.class));
        Set<String> processes =
                elements(Process.class).map(Process::getId).collect(Collectors.toCollection(TreeSet::new));
        assertThat(processes).isEqualTo(constants(Processes.class));
    }

    @Test
    void no_model_holds_a_script() {
        assertThat(texts())
                .allSatisfy(
                        model -> assertThat(model).doesNotContain("scriptTask", "camunda:script", "camunda:class="));
    }

    private static Set<String> constants(Class<?> holder) {
        Set<String> constants = new TreeSet<>();
        for (Field field : holder.getFields()) {
            try {
                constants.add(String.valueOf(field.get(null)));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return constants;
    }

    private static <T extends ModelElementInstance> Stream<T> elements(Class<T> type) {
        return models().map(ModelsTest::parsed).flatMap(model -> model.getModelElementsByType(type).stream());
    }

    private static Set<String> texts() {
        return models().map(ModelsTest::text).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Resource> models() {
        try {
            return Arrays.stream(
                    new PathMatchingResourcePatternResolver().getResources("classpath*:org/yanqi/bpmn/*.bpmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BpmnModelInstance parsed(Resource model) {
        try (InputStream in = model.getInputStream()) {
            return Bpmn.readModelFromStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource model) {
        try {
            return model.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
