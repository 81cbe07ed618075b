package org.yanqi.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The customer's bar is drawn from the property {@code step}, in the order in which the renewal's file names them. */
class StepsTest {
    @Test
    void names_the_steps_of_the_bar_in_order() {
        assertThat(steps("renewal").distinct().toList())
                .isEqualTo(List.of(
                        "select-certificates",
                        "bind-platforms",
                        "declare-open-bids",
                        "confirm-order",
                        "choose-invoice",
                        "pay",
                        "update-key",
                        "invoice"));
    }

    @ParameterizedTest
    @CsvSource({"rekey, update-key", "invoicing, invoice"})
    void has_one_step_for_what_comes_after_the_payment(String model, String step) {
        assertThat(steps(model).distinct()).containsExactly(step);
    }

    private static Stream<String> steps(String model) {
        return Bpmn.readModelFromStream(StepsTest.class.getResourceAsStream(model + ".bpmn"))
                .getModelElementsByType(CamundaProperty.class)
                .stream()
                .filter(property -> "step".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue);
    }
}
