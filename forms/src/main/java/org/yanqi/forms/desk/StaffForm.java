package org.yanqi.forms.desk;

import java.util.function.Function;
import org.yanqi.forms.component.TaskForm;

/**
 * One piece of staff's work, found by the key that its user task names in the model.
 *
 * @param formKey as in {@code desk/decide-exception}
 * @param open draws the form for a work item
 */
public record StaffForm(String formKey, Function<ItemContext, ItemForm> open) implements TaskForm {}
