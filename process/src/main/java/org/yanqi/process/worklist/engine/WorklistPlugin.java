package org.yanqi.process.worklist.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;
import org.yanqi.process.calendar.WorkingDays;
import org.yanqi.process.worklist.model.WorkItems;

/** Hangs the worklist on every user task of every model, and on what fails for good. */
@Component
class WorklistPlugin extends AbstractProcessEnginePlugin {
    private final UserTaskListener listener;
    private final List<IncidentHandler> handlers;

    WorklistPlugin(
            UserTaskListener listener, WorkItems items, Descriptions descriptions, WorkingDays calendar, Clock clock) {
        this.listener = listener;
        this.handlers = List.of(
                new TroubleHandler(Incident.FAILED_JOB_HANDLER_TYPE, items, descriptions, calendar, clock),
                new TroubleHandler(Incident.EXTERNAL_TASK_HANDLER_TYPE, items, descriptions, calendar, clock));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                for (String event : List.of(
                        TaskListener.EVENTNAME_CREATE,
                        TaskListener.EVENTNAME_COMPLETE,
                        TaskListener.EVENTNAME_DELETE)) {
                    task.addBuiltInTaskListener(event, listener);
                }
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
        List<IncidentHandler> all = new ArrayList<>(handlers);
        if (engine.getCustomIncidentHandlers() != null) {
            all.addAll(engine.getCustomIncidentHandlers());
        }
        engine.setCustomIncidentHandlers(all);
    }
}
