package org.yanqi.bench.money;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.bench.product.ProductSide;
import org.yanqi.process.ordering.Order;

/**
 * Whether the product has nothing under way for an order: neither a call to a gateway that is to be made or answered, nor a
 * step of its own, nor an event that is to be handled, nor a refund that has not ended.
 */
final class Rest {
    private final ProductSide product;
    private final UUID renewal;
    private final Order order;

    Rest(ProductSide product, UUID renewal, Order order) {
        this.product = product;
        this.renewal = renewal;
        this.order = order;
    }

    /**
     * What is read of an order at rest, in the same snapshot of the database: between two looks work may go from where one
     * is yet to look to where one has looked already.
     *
     * @return nothing while something is under way
     */
    <T> Optional<T> read(Supplier<T> reading) {
        var snapshot = new TransactionTemplate(product.part(PlatformTransactionManager.class));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return Optional.ofNullable(snapshot.execute(status -> underWay().isEmpty() ? reading.get() : null));
    }

    /** What is under way, in words for a test that waits in vain. */
    List<String> underWay() {
        var all = new ArrayList<String>();
        for (var instance : instances()) {
            var calls = product.part(ExternalTaskService.class)
                    .createExternalTaskQuery()
                    .processInstanceId(instance.getId())
                    .withRetriesLeft()
                    .list();
            calls.forEach(call -> all.add("call " + call.getTopicName()));
            var jobs = product.part(ManagementService.class);
            jobs.createJobQuery()
                    .processInstanceId(instance.getId())
                    .withRetriesLeft()
                    .messages()
                    .list()
                    .forEach(job -> all.add("job " + job.getId()));
            jobs.createJobQuery()
                    .processInstanceId(instance.getId())
                    .withRetriesLeft()
                    .timers()
                    .duedateLowerThan(Date.from(product.part(Clock.class).instant()))
                    .list()
                    .forEach(job -> all.add("timer " + job.getId()));
        }
        count(
                "events",
                "inbox_event i join payment p on p.number = i.number where i.handled is null and p.order_id = ?",
                all);
        count(
                "refunds",
                "refund r join payment p on p.number = r.payment_number"
                        + " where r.state in ('ASKED', 'PENDING') and p.order_id = ?",
                all);
        count(
                "decided exceptions",
                "payment_exception where state = 'APPROVED' and decision in ('refund', 'match') and order_id = ?",
                all);
        return all;
    }

    /** The case's own instance, and one for each exception that there ever was about its money. */
    private List<ProcessInstance> instances() {
        var keys = new ArrayList<UUID>();
        keys.add(renewal);
        keys.addAll(product.part(JdbcClient.class)
                .sql("select id from payment_exception where order_id = ?")
                .param(order.id())
                .query(UUID.class)
                .list());
        var instances = new ArrayList<ProcessInstance>();
        keys.forEach(key -> instances.addAll(product.part(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .list()));
        return instances;
    }

    private void count(String what, String which, List<String> all) {
        var found = product.part(JdbcClient.class)
                .sql("select count(*) from " + which)
                .param(order.id())
                .query(Long.class)
                .single();
        if (found > 0) {
            all.add(found + " " + what);
        }
    }
}
