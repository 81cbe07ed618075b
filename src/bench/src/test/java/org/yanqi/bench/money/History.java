package org.yanqi.bench.money;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yanqi.bench.product.ProductSide;
import org.yanqi.demo.sample.Company;
import org.yanqi.demo.sample.Walk;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.payment.AskProvider;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.payment.Payments;
import org.yanqi.process.payment.RefreshCode;
import org.yanqi.process.renewal.WalkRenewal;

/** One order's history: a script acted by several hands at once, then silence, then the sum. */
final class History {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private final ProductSide product;
    private final SandboxBooks books;
    private final Script script;
    private final Company company;
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final UUID renewal;
    private final Order order;
    private final Rest rest;

    private History(ProductSide product, SandboxBooks books, Script script, Company company) {
        this.product = product;
        this.books = books;
        this.script = script;
        this.company = company;
        this.renewal = toTheQrCode();
        this.order = product.part(Orders.class).ofCase(renewal).orElseThrow();
        this.rest = new Rest(product, renewal, order);
    }

    /** @return what is wrong with it; nothing, if every fen has its place */
    static List<String> run(
            ProductSide product, SandboxBooks books, Script script, Company company, ExecutorService hands)
            throws Exception {
        var history = new History(product, books, script, company);
        history.act(hands);
        try {
            history.add(history.atRest());
        } catch (ConditionTimeoutException never) {
            history.wrong.add("did not come to rest: stands at " + history.standsAt(history.renewal) + ", under way "
                    + history.rest.underWay());
        }
        return List.copyOf(history.wrong);
    }

    private UUID toTheQrCode() {
        var certificate = company.main().id();
        var actor = company.actor();
        var walk = product.part(WalkRenewal.class);
        var started = product.part(Walk.class).drafted(actor, List.of(certificate));
        Walk.value(walk.declareOpenBids(actor, started, Map.of(certificate, true)));
        Walk.value(walk.confirmOrder(actor, started));
        Walk.value(walk.chooseInvoice(actor, started, InvoiceChoice.none(), script.first()));
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> standsAt(started).contains("await-payment"));
        return started;
    }

    private void act(ExecutorService hands) throws Exception {
        var all = new ArrayList<Callable<Boolean>>();
        for (var at = 0; at < script.hands().size(); at++) {
            var random = new Random(script.seed() * 31 + at);
            var acts = script.hands().get(at);
            all.add(() -> {
                for (var act : acts) {
                    TimeUnit.MILLISECONDS.sleep(act.pauseMillis());
                    perform(act.deed(), random);
                }
                return true;
            });
        }
        for (var hand : hands.invokeAll(all)) {
            hand.get();
        }
    }

    private void perform(Script.Deed deed, Random random) {
        try {
            switch (deed) {
                case PAY ->
                    attempts().stream()
                            .filter(one -> one.code() != null)
                            .reduce((a, b) -> b)
                            .ifPresent(one -> books.pay(one.number(), one.fen()));
                case PAY_ANY -> any(random).forEach(one -> books.pay(one.number(), one.fen()));
                case PAY_OTHER ->
                    any(random).forEach(one -> books.pay(one.number(), one.fen() + (random.nextBoolean() ? 1 : -1)));
                case SCAN -> any(random).forEach(one -> books.scan(one.number()));
                case CALL_BACK -> callBack(random);
                case FORGE -> forge(random);
                case QUERY ->
                    any(random).forEach(one -> product.part(AskProvider.class).ask(company.actor(), one.id()));
                case SWITCH -> change(other(channel()));
                case REPLACE -> change(channel());
                case REFRESH ->
                    any(random).forEach(one -> product.part(RefreshCode.class).refresh(company.actor(), one.id()));
                case CANCEL -> product.part(WalkRenewal.class).cancel(company.actor(), renewal, "race");
                case TIME_OUT -> timeOut();
            }
        } catch (RuntimeException conflict) {
            // Somebody else's step came first and this hand is told so; the money must not notice.
            Thread.onSpinWait();
        }
    }

    private List<Payment> attempts() {
        return product.part(Payments.class).ofOrder(order.id());
    }

    private List<Payment> any(Random random) {
        var all = attempts();
        return all.isEmpty() ? List.of() : List.of(all.get(random.nextInt(all.size())));
    }

    private Channel channel() {
        var all = attempts();
        return all.isEmpty() ? script.first() : all.get(all.size() - 1).channel();
    }

    private static Channel other(Channel channel) {
        return channel == Channel.WECHAT ? Channel.ALIPAY : Channel.WECHAT;
    }

    private void change(Channel to) {
        product.part(WalkRenewal.class).changePaymentMethod(company.actor(), renewal, to);
    }

    private void callBack(Random random) {
        for (var callback : owed(random)) {
            var times = random.nextInt(3);
            for (var time = 0; time < times; time++) {
                deliver(callback);
            }
        }
    }

    private List<String> owed(Random random) {
        var owed = new ArrayList<String>();
        attempts().forEach(one -> owed.addAll(books.owed(one.number())));
        Collections.shuffle(owed, random);
        return owed;
    }

    private void deliver(String callback) {
        var answer = books.send(callback, false);
        if (!answer.startsWith("204") && !answer.equals("200 success")) {
            wrong.add("a proven callback was answered " + answer);
        }
    }

    private void forge(Random random) {
        for (var callback : owed(random)) {
            var answer = books.send(callback, true);
            if (!answer.startsWith("4")) {
                wrong.add("a forged callback was answered " + answer);
            }
        }
    }

    /** The window ends now; a row's new version tells everybody who has read it before. */
    private void timeOut() {
        product.part(JdbcClient.class)
                .sql(
                        "update renewal_order set pay_until = current_timestamp - interval '1' second, version = version + 1"
                                + " where id = ?")
                .param(order.id())
                .update();
        var jobs = product.part(ManagementService.class);
        var engine = product.part(RuntimeService.class);
        engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(renewal.toString())
                .list()
                .forEach(instance -> jobs.createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId("payment-window-passed")
                        .list()
                        .forEach(job -> jobs.executeJob(job.getId())));
    }

    private List<String> standsAt(UUID businessKey) {
        var engine = product.part(RuntimeService.class);
        var stands = new ArrayList<String>();
        for (var instance : engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey.toString())
                .list()) {
            stands.addAll(engine.getActiveActivityIds(instance.getId()));
        }
        return stands;
    }

    /** Both books: the product's, and what all gateways together have of the order's payments. */
    private record Books(Sums ours, SandboxBooks.Sums theirs) {}

    private record Sums(long received, long fulfilled, long refunded, long held, long missing) {}

    /** Everything owed is delivered in the end, everything under way comes to its next wait, and both books stand still. */
    private Books atRest() {
        var random = new Random(script.seed());
        var delivered = new ArrayList<String>();
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(150))
                .until(
                        () -> {
                            if (rest.read(() -> true).isEmpty()) {
                                return Optional.<Books>empty();
                            }
                            var owed = owed(random);
                            owed.removeAll(delivered);
                            owed.forEach(this::deliver);
                            delivered.addAll(owed);
                            return owed.isEmpty()
                                    ? read().filter(books ->
                                            read().filter(books::equals).isPresent())
                                    : Optional.<Books>empty();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Books> read() {
        return rest.read(this::ours).map(ours -> new Books(ours, theirs()));
    }

    private Sums ours() {
        return product.part(JdbcClient.class)
                .sql("select coalesce(sum(received), 0) as received, coalesce(sum(fulfilled), 0) as fulfilled,"
                        + " coalesce(sum(refunded), 0) as refunded, coalesce(sum(held), 0) as held,"
                        + " coalesce(sum(missing), 0) as missing from money_in_balance where order_id = ?")
                .param(order.id())
                .query(Sums.class)
                .single();
    }

    private SandboxBooks.Sums theirs() {
        return attempts().stream()
                .map(one -> books.of(one.number()))
                .reduce(new SandboxBooks.Sums(0, 0), SandboxBooks.Sums::and);
    }

    private void add(Books both) {
        var ours = both.ours();
        var theirs = both.theirs();
        if (ours.missing() != 0
                || theirs.received() != ours.fulfilled() + ours.refunded() + ours.held()
                || theirs.refunded() != ours.refunded()) {
            wrong.add("the gateways have " + theirs + ", we have " + ours + ", " + attempts());
        }
        if (ours.fulfilled() > order.fen()) {
            wrong.add("fulfilled twice: " + ours);
        }
    }
}
