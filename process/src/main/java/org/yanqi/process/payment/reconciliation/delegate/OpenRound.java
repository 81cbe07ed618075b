package org.yanqi.process.payment.reconciliation.delegate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.reconciliation.WalkDay;

/** open-round: begins another round and names the channels whose bills are fetched in it ({@code channels}, read at once). */
@Component("openRound")
class OpenRound implements JavaDelegate {
    private final WalkDay days;

    OpenRound(WalkDay days) {
        this.days = days;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var channels = days.beginRound(LocalDate.parse(execution.getProcessBusinessKey())).stream()
                .map(Channel::name)
                .collect(Collectors.toCollection(ArrayList::new));
        execution.setVariable("channels", Variables.objectValue(channels, true));
    }
}
