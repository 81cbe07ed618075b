package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.yanqi.app.OnPostgres;
import org.yanqi.app.renewal.Customers;
import org.yanqi.app.renewal.ShiftedClock;
import org.yanqi.process.account.RegisterCustomer;
import org.yanqi.process.certificate.EnterCertificate;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.notice.NoticesOf;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.payment.PaymentException;
import org.yanqi.process.payment.PaymentExceptions;
import org.yanqi.process.payment.Payments;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.platform.Term;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.StartRenewal;
import org.yanqi.process.renewal.WalkRenewal;
import org.yanqi.process.worklist.SearchWorkItems;

/** Cases that wait for their money, on a real PostgreSQL, with the real models, workers and adapters. */
@OnPostgres
@AutoConfigureMockMvc
@Import(WithMoney.Parts.class)
abstract class WithMoney {
    static final WechatStandIn WECHAT = new WechatStandIn(Keys.PROVIDER);
    static final AlipayStandIn ALIPAY = new AlipayStandIn();
    static final Path WECHAT_KEYS = temporaryFolder();
    static final Actor FINANCE = Customers.staff(Role.FINANCE);
    static final Actor SUPERVISOR = Customers.staff(Role.SUPERVISOR);

    /** One server for all classes: they share one application, which knows only one address. */
    static final WireMockServer PLATFORMS = started();

    static final TaxStandIn TAX = new TaxStandIn(PLATFORMS);
    static final Duration FIRST_POLL = Duration.ofSeconds(33);

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        registry.add("yanqi.platforms.base-url", PLATFORMS::baseUrl);
        registry.add("yanqi.wechat.endpoint", WECHAT::endpoint);
        registry.add("yanqi.wechat.merchant-id", () -> WechatStandIn.MERCHANT);
        registry.add("yanqi.wechat.app-id", () -> WechatStandIn.APP);
        registry.add("yanqi.wechat.merchant-serial", () -> "5157F09EFDC096DE15EBE81A47057A72");
        registry.add("yanqi.wechat.private-key", Keys::privatePem);
        registry.add("yanqi.wechat.public-key-id", () -> WechatStandIn.KEY_ID);
        registry.add("yanqi.wechat.public-key", Keys::publicPem);
        registry.add("yanqi.wechat.public-keys-directory", WECHAT_KEYS::toString);
        registry.add("yanqi.wechat.api-v3-key", () -> WechatStandIn.API_KEY);
        registry.add("yanqi.tax.endpoint", () -> PLATFORMS.baseUrl() + "/tax");
        registry.add("yanqi.tax.secret", () -> "tax-secret");
        registry.add("yanqi.invoicing.first-poll", FIRST_POLL::toString);
        registry.add("yanqi.sf.endpoint", () -> PLATFORMS.baseUrl() + "/sf/std/service");
        registry.add("yanqi.sf.partner-id", () -> "YQTEST");
        registry.add("yanqi.sf.check-word", () -> "word");
        registry.add("yanqi.sf.push-token", () -> "only-the-courier-knows");
        registry.add("yanqi.alipay.endpoint", ALIPAY::endpoint);
        registry.add("yanqi.alipay.app-id", () -> AlipayStandIn.APP);
        registry.add("yanqi.alipay.seller-id", () -> AlipayStandIn.SELLER);
        registry.add("yanqi.alipay.private-key", Keys::privatePem);
        registry.add("yanqi.alipay.public-key", Keys::publicPem);
    }

    private static WireMockServer started() {
        var server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        return server;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("wechat-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Autowired
    NoticesOf notices;

    @Autowired
    Customers customers;

    @Autowired
    ShiftedClock clock;

    @Autowired
    MockMvc http;

    @Autowired
    StartRenewal start;

    @Autowired
    WalkRenewal walk;

    @Autowired
    Orders orders;

    @Autowired
    Payments payments;

    @Autowired
    PaymentExceptions exceptions;

    @Autowired
    SearchWorkItems items;

    @Autowired
    RuntimeService engine;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    @TestConfiguration
    static class Parts {
        private static final AtomicInteger APPLICATIONS = new AtomicInteger();

        /**
         * Each application has a database of its own and would draw the same numbers, but they all have one provider: so each
         * draws from a range of its own.
         */
        @Bean
        InitializingBean ownNumbers(JdbcClient jdbc, Clock clock) {
            var last = 10_000 * (1L + APPLICATIONS.incrementAndGet());
            return () -> {
                for (var series : List.of("payment", "refund")) {
                    for (var days = -1; days <= 4; days++) {
                        jdbc.sql("insert into number_series (series, drawn_on, last_drawn) values (?, ?, ?)")
                                .params(series, Term.dayOf(clock.instant()).plusDays(days), last)
                                .update();
                    }
                }
            };
        }

        @Bean
        @Primary
        ShiftedClock shiftedClock() {
            return new ShiftedClock();
        }

        @Bean
        Customers customers(RegisterCustomer register, EnterCertificate enter, Entitlements entitlements, Clock clock) {
            return new Customers(register, enter, entitlements, clock);
        }
    }

    @BeforeEach
    void theOutsideWorldIsUp() {
        WECHAT.down = false;
        WECHAT.paidAt = WechatStandIn.PAID_AT;
        WECHAT.refundAnswer = "SUCCESS";
        PLATFORMS.resetAll();
        PLATFORMS.stubFor(WireMock.get(WireMock.urlPathMatching("/[^/]+/open-bids"))
                .willReturn(WireMock.okJson("{\"open\":[]}")));
        PLATFORMS.stubFor(WireMock.post(WireMock.urlPathMatching("/[^/]+/entitlements"))
                .willReturn(WireMock.okJson("{\"status\":\"accepted\"}")));
    }

    @AfterEach
    void theClockGoesRightAgain() {
        clock.shift(Duration.ZERO);
    }

    /** A case whose QR code is on the screen. */
    record Waiting(Actor customer, UUID renewal, Order order, Payment payment) {}

    Waiting waiting(Channel channel) {
        return waiting(channel, Set.of("LN-JSGC"));
    }

    Waiting waiting(Channel channel, Set<String> platforms) {
        var company = customers.company();
        var customer = company.administrator();
        var certificate = company.main().id();
        var renewal = accepted(start.start(customer, List.of(certificate)));
        accepted(walk.chooseCertificates(customer, renewal, List.of(certificate)));
        accepted(walk.bindPlatforms(customer, renewal, Map.of(certificate, platforms), true));
        accepted(walk.declareOpenBids(customer, renewal, Map.of(certificate, true)));
        accepted(walk.confirmOrder(customer, renewal));
        accepted(walk.chooseInvoice(customer, renewal, InvoiceChoice.none(), channel));
        var order = orders.ofCase(renewal).orElseThrow();
        return new Waiting(customer, renewal, order, open(renewal, order, channel));
    }

    Payment open(UUID renewal, Order order, Channel channel) {
        Awaitility.await().until(() -> standsAt(renewal).contains("await-payment"));
        return payments.current(order.id())
                .filter(one -> one.channel() == channel && one.code() != null)
                .orElseThrow();
    }

    List<String> standsAt(UUID businessKey) {
        return engine.createProcessInstanceQuery().processInstanceBusinessKey(businessKey.toString()).list().stream()
                .flatMap(instance -> engine.getActiveActivityIds(instance.getId()).stream())
                .toList();
    }

    /** The timer at this place, once it is there. */
    Job timer(String businessKey, String activity) {
        return Awaitility.await()
                .until(
                        () ->
                                engine
                                        .createProcessInstanceQuery()
                                        .processInstanceBusinessKey(businessKey)
                                        .list()
                                        .stream()
                                        .map(instance -> jobs.createJobQuery()
                                                .processInstanceId(instance.getId())
                                                .activityId(activity)
                                                .singleResult())
                                        .filter(Objects::nonNull)
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    void fire(Job timer) {
        jobs.executeJob(timer.getId());
    }

    void awaitPaid(Waiting waiting) {
        Awaitility.await().until(() -> orders.one(waiting.order().id()).paid() != null);
    }

    PaymentException awaitException(Waiting waiting) {
        return Awaitility.await()
                .until(() -> exceptions.ofCase(waiting.renewal()), found -> !found.isEmpty())
                .get(0);
    }

    Payment payment(Waiting waiting) {
        return payments.ofOrder(waiting.order().id()).stream()
                .filter(one -> one.id().equals(waiting.payment().id()))
                .findFirst()
                .orElseThrow();
    }

    /** The open work item of this kind at a process. */
    UUID item(String kind, UUID businessKey) {
        return Awaitility.await()
                .until(() -> items.open(kind, businessKey.toString()), found -> found.isPresent())
                .orElseThrow()
                .id();
    }

    static <T> T accepted(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }

    static List<String> refused(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome)
                .reasons().stream().map(reason -> reason.code()).toList();
    }
}
