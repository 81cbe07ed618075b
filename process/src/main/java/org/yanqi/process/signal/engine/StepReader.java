package org.yanqi.process.signal.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Reads the property {@code step} of a model's elements in the order in which the model's file tells them. */
public final class StepReader {
    private static final String STEP = "step";

    private StepReader() {}

    /** Element id to step; the order of the file is the order of the customer's walk, which the models' tests hold. */
    public static Map<String, String> steps(BpmnModelInstance model) {
        Map<String, String> steps = new LinkedHashMap<>();
        for (CamundaProperty property : model.getModelElementsByType(CamundaProperty.class)) {
            FlowElement owner = ownerOf(property);
            if (STEP.equals(property.getCamundaName()) && owner != null) {
                steps.put(owner.getId(), property.getCamundaValue());
            }
        }
        return steps;
    }

    private static @Nullable FlowElement ownerOf(ModelElementInstance inside) {
        ModelElementInstance at = inside.getParentElement();
        while (at != null && !(at instanceof FlowElement)) {
            at = at.getParentElement();
        }
        return (FlowElement) at;
    }
}
