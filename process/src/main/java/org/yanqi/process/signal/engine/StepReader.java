package org.yanqi.process.signal.engine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** Reads the property {@code step} of a model's elements in the order in which a case comes to them. */
public final class StepReader {
    private static final String STEP = "step";

    private StepReader() {}

    /** Element id to step, in the order of the flow: first the straight way, then what hangs on its boundary. */
    public static Map<String, String> steps(BpmnModelInstance model) {
        Map<String, String> steps = new LinkedHashMap<>();
        Set<FlowNode> seen = new LinkedHashSet<>();
        Deque<FlowNode> queue = new ArrayDeque<>(model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getScope() instanceof org.camunda.bpm.model.bpmn.instance.Process)
                .toList());
        Collection<BoundaryEvent> boundaries = model.getModelElementsByType(BoundaryEvent.class);
        while (!queue.isEmpty()) {
            FlowNode node = queue.poll();
            if (!seen.add(node)) {
                continue;
            }
            stepOf(node).ifPresent(step -> steps.put(node.getId(), step));
            if (node instanceof SubProcess sub) {
                // what is inside comes before what follows
                sub.getFlowElements().stream()
                        .filter(StartEvent.class::isInstance)
                        .forEach(start -> queue.addFirst((FlowNode) start));
            }
            node.getSucceedingNodes().list().forEach(queue::add);
            boundaries.stream()
                    .filter(boundary -> boundary.getAttachedTo().equals(node))
                    .forEach(queue::add);
        }
        return steps;
    }

    private static Optional<String> stepOf(BaseElement element) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> STEP.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .findFirst();
    }
}
