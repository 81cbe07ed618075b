package org.yanqi.forms.portal;

import java.util.function.Function;
import org.yanqi.forms.component.TaskForm;

/**
 * One step of the renewal, found by the key that its user task names in the model.
 *
 * @param formKey as in {@code portal/bind-platforms}
 * @param open draws the step for a case
 */
public record StepForm(String formKey, Function<StepContext, StepPanel> open) implements TaskForm {}
