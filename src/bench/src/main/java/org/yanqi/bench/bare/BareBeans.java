package org.yanqi.bench.bare;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** What the expressions of the models resolve to here: the least that lets the models go on. */
public final class BareBeans {
    private BareBeans() {}

    static Map<Object, Object> all(Clock clock) {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("deadlines", new Deadlines(clock));
        JavaDelegate nothing = execution -> {};
        for (var idle : new String[] {
            "priceRenewal",
            "closeRenewal",
            "closeOrder",
            "cancelOrder",
            "lookForAbandonedDraft",
            "abandonDraft",
            "remindHolder",
            "deliverInvoice",
            "announceDispatch",
            "closeInvoice"
        }) {
            beans.put(idle, nothing);
        }
        JavaDelegate placeOrder = execution -> execution.setVariable("paymentWindow", "PT2H");
        beans.put("placeOrder", placeOrder);
        JavaDelegate activate = execution -> execution.setVariable("invoiceWanted", true);
        beans.put("activateEntitlements", activate);
        JavaDelegate rekey = execution -> start(execution, "rekey", Map.of("supersedeGrace", "PT0S"));
        beans.put("startRekeys", rekey);
        JavaDelegate invoice = execution -> start(execution, "invoicing", Map.of("kind", "electronic"));
        beans.put("startInvoicing", invoice);
        JavaDelegate settle = BareBeans::settle;
        beans.put("settleItem", settle);
        return beans;
    }

    private static void start(DelegateExecution execution, String process, Map<String, Object> more) {
        var renewal = execution.getProcessBusinessKey();
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("caseId", renewal);
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(process, process + "-" + renewal, variables);
    }

    private static void settle(DelegateExecution execution) {
        var renewal = String.valueOf(execution.getVariable("caseId"));
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation("renewal-settled")
                .processInstanceBusinessKey(renewal)
                .correlate();
    }

    /** Deadlines a week ahead, without a calendar. */
    public static final class Deadlines {
        private final Clock clock;

        private Deadlines(Clock clock) {
            this.clock = clock;
        }

        public Date forTask(DelegateExecution execution, String span) {
            return Date.from(clock.instant().plus(Duration.ofDays(7)));
        }
    }
}
