package org.yanqi.bench.callbacks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yanqi.bench.Machine;
import org.yanqi.bench.drive.Arrivals;
import org.yanqi.bench.product.ProductSide;
import org.yanqi.bench.sql.BenchPostgres;
import org.yanqi.demo.sample.Company;
import org.yanqi.demo.sample.SampleCompanies;
import org.yanqi.demo.sample.Walk;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.payment.Payments;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.WalkRenewal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Callbacks of both channels at a steady rate over HTTP, on PostgreSQL that writes to the disk. The clock of each starts when its
 * turn has come, so a server that falls behind is seen. Some tell of a payment for the first time, some again under another id,
 * some are repeats, some are forged.
 */
@Command(
        name = "callbacks",
        mixinStandardHelpOptions = true,
        description = "How fast callbacks are answered, at a steady rate over HTTP on PostgreSQL.")
public final class CallbacksBench implements Callable<Integer> {
    private static final int LOOKS = 1200;

    @Option(names = "--rate", defaultValue = "100", description = "callbacks a second (100)")
    int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "for so long (60)")
    int seconds;

    @Option(names = "--orders", defaultValue = "60", description = "orders that wait for their money (60)")
    int orders;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "seconds at the same rate before the clock counts (20)")
    int warmUp;

    private final Answers answers = new Answers();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Override
    public Integer call() throws Exception {
        var port = freePort();
        try (var provider = new Provider();
                var postgres = BenchPostgres.start();
                var product = new ProductSide(postgres.database("callbacks"), settings(provider, port))) {
            System.out.println(Machine.describe(postgres.version()));
            // one callback in ten of the warm-up is a payment, as orders take longer to make than callbacks
            var waiting = waiting(product, orders + warmUp * rate / 10);
            var home = "http://127.0.0.1:" + port;
            drive(provider, home, waiting.subList(orders, waiting.size()), warmUp * rate, false);
            drive(provider, home, waiting.subList(0, orders), seconds * rate, true);
            var sent = System.nanoTime();
            awaitHandled(product.part(JdbcClient.class));
            System.out.printf("%n%d callbacks a second for %d s, %d orders paid by them%n", rate, seconds, orders);
            System.out.println(answers);
            System.out.printf(
                    "The last was handled %d ms after the last had been sent.%n",
                    Duration.ofNanos(System.nanoTime() - sent).toMillis());
        }
        return answers.unexpected() == 0 ? 0 : 1;
    }

    private static Map<String, Object> settings(Provider provider, int port) {
        var settings = provider.settings();
        settings.put("server.port", port);
        settings.put("yanqi.public-url", "http://127.0.0.1:" + port);
        return settings;
    }

    private void drive(Provider provider, String home, List<Payment> payments, int count, boolean counted)
            throws InterruptedException {
        var random = new Random(count);
        var all = new ArrayList<CompletableFuture<Void>>();
        var began = System.nanoTime();
        var told = 0;
        for (var turn = 0; turn < count; turn++) {
            var due = began + turn * 1_000_000_000L / rate;
            var fresh = told < payments.size() && turn >= (long) told * count / payments.size();
            var what = fresh ? Answers.What.FIRST : Answers.What.values()[1 + random.nextInt(3)];
            var which = fresh ? told++ : random.nextInt(Math.max(1, told));
            var payment = payments.get(which);
            var id = what == Answers.What.AGAIN ? payment.number() + "-" + turn : payment.number();
            var request = provider.callback(home, payment, id, what == Answers.What.FORGED);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            all.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .handle((answer, failure) -> {
                        if (counted) {
                            answers.add(what, answer == null ? 0 : answer.statusCode(), System.nanoTime() - due);
                        }
                        return null;
                    }));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }

    private static void awaitHandled(JdbcClient database) throws InterruptedException {
        for (var look = 0; look < LOOKS; look++) {
            if (database.sql("select count(*) from inbox_event where handled is null")
                            .query(Long.class)
                            .single()
                    == 0) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("the inbox was not worked off");
    }

    private static List<Payment> waiting(ProductSide product, int count) throws Exception {
        var today = LocalDate.now(product.part(Clock.class));
        var companies =
                product.part(SampleCompanies.class).make(Actor.system("bench"), new Random(count), today, 0, count, 0);
        var drivers = Executors.newFixedThreadPool(8);
        try {
            var all = new ArrayList<Callable<Payment>>();
            for (var company : companies) {
                var channel = Channel.values()[all.size() % 2];
                all.add(() -> toTheQrCode(product, company, channel));
            }
            var payments = new ArrayList<Payment>();
            for (var one : drivers.invokeAll(all)) {
                payments.add(one.get());
            }
            return payments;
        } finally {
            drivers.shutdownNow();
        }
    }

    private static Payment toTheQrCode(ProductSide product, Company company, Channel channel)
            throws InterruptedException {
        var actor = company.actor();
        var certificate = company.main().id();
        var walk = product.part(WalkRenewal.class);
        var renewal = product.part(Walk.class).drafted(actor, List.of(certificate));
        Walk.value(walk.declareOpenBids(actor, renewal, Map.of(certificate, true)));
        Walk.value(walk.confirmOrder(actor, renewal));
        Walk.value(walk.chooseInvoice(actor, renewal, InvoiceChoice.none(), channel));
        product.part(Arrivals.class).await(renewal.toString(), "await-payment");
        var order = product.part(Orders.class).ofCase(renewal).orElseThrow();
        return product.part(Payments.class).current(order.id()).orElseThrow();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
