package org.yanqi.sandbox.tax;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yanqi.sandbox.tax.TaxInvoice.State;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.Shelf;
import org.yanqi.sandbox.wire.Shelves;

/** Decides on invoices a moment after they came in: by rule, or as a person scripted it. */
public final class TaxOffice {
    private static final DateTimeFormatter YEAR =
            DateTimeFormatter.ofPattern("yy").withZone(ZoneId.of("Asia/Shanghai"));
    /** Liaoning's bureau. */
    private static final String BUREAU = "21";

    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final Shelf<TaxInvoice> invoices;
    private final Shelf<Long> counter;
    private final Deque<String> scripted = new ArrayDeque<>();
    private volatile Duration delay;
    private volatile Consumer<TaxInvoice> listener = invoice -> {};

    /** An office that takes this long for a decision. */
    public TaxOffice(Clock clock, Shelves shelves, ScheduledExecutorService timer, Duration delay) {
        this.clock = clock;
        this.timer = timer;
        this.delay = delay;
        this.invoices = shelves.open("invoices", TaxInvoice.class);
        this.counter = shelves.open("invoice-counter", Long.class);
    }

    /** Who is told of each decision. */
    void listen(Consumer<TaxInvoice> told) {
        listener = told;
    }

    /** Takes up what an earlier run left undecided. */
    public void resume() {
        invoices.all().stream().filter(i -> i.state() == State.PENDING).forEach(i -> decideLater(i.serial()));
    }

    /** Sets how long a decision takes. */
    public void delay(Duration time) {
        delay = time;
    }

    /** Lets the next invoice be rejected with this reason. */
    public synchronized void rejectNext(String reason) {
        scripted.add(reason);
    }

    /**
     * Takes an invoice in; the same serial with the same content is the same invoice.
     *
     * @throws Refusal 409 if the serial came with other content before
     */
    TaxInvoice submit(TaxInvoice fresh) {
        TaxInvoice kept = invoices.findOrMake(fresh.serial(), () -> fresh);
        if (!kept.fingerprint().equals(fresh.fingerprint())) {
            throw new Refusal(409, "serial-reused", "流水号已用于内容不同的开票请求");
        }
        if (kept.id().equals(fresh.id())) {
            decideLater(fresh.serial());
        }
        return kept;
    }

    /** The invoice of this id. */
    public Optional<TaxInvoice> find(String id) {
        return invoices.last(i -> i.id().equals(id));
    }

    /** All invoices, oldest first. */
    public List<TaxInvoice> all() {
        return invoices.all();
    }

    private void decideLater(String serial) {
        timer.schedule(() -> decide(serial), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void decide(String serial) {
        TaxInvoice pending = invoices.find(serial).orElseThrow();
        String objection = objection(pending);
        TaxInvoice decided = invoices.change(serial, i -> objection != null ? i.reject(objection) : numbered(i))
                .orElseThrow();
        listener.accept(decided);
    }

    private synchronized @Nullable String objection(TaxInvoice invoice) {
        String next = scripted.poll();
        if (next != null) {
            return next;
        }
        String taxNumber = invoice.buyer().taxNumber();
        if (invoice.buyer().name().contains("拒")) {
            return "购买方名称与税务登记信息不一致";
        }
        return taxNumber != null && taxNumber.endsWith("000") ? "购买方纳税人识别号不存在或已注销" : null;
    }

    private TaxInvoice numbered(TaxInvoice invoice) {
        long sequence = next();
        return invoice.paper()
                ? invoice.issue(
                        String.format("%08d", sequence),
                        "0" + BUREAU + "00" + YEAR.format(clock.instant()) + (invoice.special() ? "13011" : "06011"),
                        clock.instant())
                : invoice.issue(
                        YEAR.format(clock.instant()) + BUREAU + "2" + String.format("%015d", sequence),
                        null,
                        clock.instant());
    }

    private long next() {
        counter.findOrMake("last", () -> 10_000_000L + Long.parseLong(Crypto.digits(6)));
        return counter.change("last", n -> n + 1).orElseThrow();
    }
}
