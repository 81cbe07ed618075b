package org.yanqi.bench.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Tells {@link Arrivals} when an engine has come to one of the places at which drivers wait; the same for both engines. */
public final class ArrivalsPlugin extends AbstractProcessEnginePlugin {
    /** Where drivers wait; arrivals are named by business key. */
    private static final Set<String> PLACES =
            Set.of("await-payment", "update-key", "await-confirmation", "await-invoice", "renewed", "delivered");

    private final Arrivals arrivals;

    public ArrivalsPlugin(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ExecutionListener tell = execution -> {
            var key = execution.getProcessBusinessKey();
            var place = execution.getCurrentActivityId();
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, context -> arrivals.arrived(key, place));
        };
        List<BpmnParseListener> listeners = new ArrayList<>(
                engine.getCustomPostBPMNParseListeners() == null
                        ? List.of()
                        : engine.getCustomPostBPMNParseListeners());
        listeners.add(new Ears(tell));
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static final class Ears extends AbstractBpmnParseListener {
        private final ExecutionListener tell;

        private Ears(ExecutionListener tell) {
            this.tell = tell;
        }

        private void listen(ActivityImpl activity) {
            if (PLACES.contains(activity.getId())) {
                activity.addListener(ExecutionListener.EVENTNAME_START, tell);
            }
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            listen(activity);
        }

        @Override
        public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            listen(activity);
        }

        @Override
        public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
            listen(activity);
        }

        @Override
        public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            listen(activity);
        }
    }
}
