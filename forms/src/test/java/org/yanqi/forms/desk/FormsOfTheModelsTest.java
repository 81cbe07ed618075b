package org.yanqi.forms.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yanqi.forms.component.Texts;

/** Every piece of staff's work in the models has its form and its words. */
class FormsOfTheModelsTest {
    private static final Path MODELS = Path.of("../bpmn/src/main/resources/org/yanqi/bpmn");
    private static final Pattern FORM = Pattern.compile("formKey=\"(desk/[a-z-]+)\"");

    @Test
    void every_form_key_is_registered() {
        assertThat(registered()).containsAll(inModels());
    }

    @Test
    void every_kind_of_work_has_a_name_in_both_languages() {
        for (var key : inModels()) {
            var kind = "work." + key.substring("desk/".length());
            assertThat(Texts.has(kind, Texts.CHINESE)).as(kind).isTrue();
            assertThat(Texts.has(kind, Texts.ENGLISH)).as(kind).isTrue();
        }
    }

    private static Set<String> registered() {
        var keys = new TreeSet<String>();
        for (var method : DeskForms.class.getDeclaredMethods()) {
            if (method.getReturnType() == StaffForm.class && !Modifier.isStatic(method.getModifiers())) {
                try {
                    var form = method.invoke(
                            new DeskForms(),
                            Arrays.stream(method.getParameterTypes())
                                    .map(type -> mock(type))
                                    .toArray());
                    keys.add(((StaffForm) form).formKey());
                } catch (ReflectiveOperationException broken) {
                    throw new IllegalStateException(broken);
                }
            }
        }
        return keys;
    }

    private static Set<String> inModels() {
        var keys = new TreeSet<String>();
        try (var models = Files.list(MODELS)) {
            for (var model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                FORM.matcher(Files.readString(model)).results().forEach(found -> keys.add(found.group(1)));
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        assertThat(keys).isNotEmpty();
        return keys;
    }
}
