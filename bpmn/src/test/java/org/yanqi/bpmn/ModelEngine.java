package org.yanqi.bpmn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;

/** One bare engine in memory with every model on it, which remembers the sequence flows that were taken. */
final class ModelEngine {
    static final List<String> MODELS = List.of(
            "renewal.bpmn",
            "rekey.bpmn",
            "invoicing.bpmn",
            "invoice-correction.bpmn",
            "order-refund.bpmn",
            "payment-exception.bpmn",
            "lapsed-review.bpmn",
            "reconciliation.bpmn",
            "certificate-revocation.bpmn",
            "key-recovery.bpmn",
            "price.dmn");

    private static final Map<String, Set<String>> DRAWN = new ConcurrentHashMap<>();
    private static final Map<String, Set<String>> TAKEN = new ConcurrentHashMap<>();

    static final ProcessEngine ENGINE = start();

    private ModelEngine() {}

    /** The flows of a model that no test has taken so far. */
    static Set<String> flowsNotTaken(String process) {
        Set<String> missing = new TreeSet<>(DRAWN.get(process));
        missing.removeAll(TAKEN.getOrDefault(process, Set.of()));
        return missing;
    }

    private static ProcessEngine start() {
        ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("models");
        configuration.setJdbcUrl("jdbc:h2:mem:models;DB_CLOSE_DELAY=-1");
        configuration.setHistory("activity");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setCustomPreBPMNParseListeners(List.<BpmnParseListener>of(new FlowRecorder()));
        ProcessEngine engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        MODELS.forEach(model -> deployment.addClasspathResource("org/yanqi/bpmn/" + model));
        deployment.deploy();
        return engine;
    }

    private static final class FlowRecorder extends AbstractBpmnParseListener {
        @Override
        public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
            String process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
            DRAWN.computeIfAbsent(process, key -> ConcurrentHashMap.newKeySet()).add(transition.getId());
            ExecutionListener take = execution -> TAKEN.computeIfAbsent(process, key -> ConcurrentHashMap.newKeySet())
                    .add(transition.getId());
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, take);
        }
    }
}
