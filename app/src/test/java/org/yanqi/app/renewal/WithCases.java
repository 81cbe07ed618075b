package org.yanqi.app.renewal;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.yanqi.process.account.RegisterCustomer;
import org.yanqi.process.certificate.EnterCertificate;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.invoicing.port.TaxChannel;
import org.yanqi.process.notice.port.Postman;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.RenewalView;
import org.yanqi.process.renewal.ShowRenewal;
import org.yanqi.process.renewal.StartRenewal;
import org.yanqi.process.renewal.WalkRenewal;
import org.yanqi.process.shipping.port.Courier;
import org.yanqi.process.shipping.port.SheetPrinter;
import org.yanqi.process.signal.Messages;
import org.yanqi.process.signal.Signals;

/** Cases on a real database and the real models; the platforms answer over HTTP, other workers' tasks are done by hand. */
@Import(WithCases.Parts.class)
@TestPropertySource(properties = "yanqi.workers.enabled=false")
abstract class WithCases {
    static final InvoiceChoice NO_INVOICE = InvoiceChoice.none();

    /** Runs as long as the application that was told its address, which test classes share. */
    static final WireMockServer PLATFORMS = startPlatforms();

    private static WireMockServer startPlatforms() {
        var server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void platforms(DynamicPropertyRegistry registry) {
        registry.add("yanqi.platforms.base-url", PLATFORMS::baseUrl);
    }

    @MockitoBean
    TaxChannel taxChannel;

    @MockitoBean
    Courier courier;

    @MockitoBean
    SheetPrinter printer;

    @MockitoBean
    Postman postman;

    @Autowired
    Customers customers;

    @Autowired
    Hands hands;

    @Autowired
    ShiftedClock clock;

    @Autowired
    StartRenewal start;

    @Autowired
    WalkRenewal walk;

    @Autowired
    ShowRenewal show;

    @Autowired
    Orders orders;

    @Autowired
    Signals signals;

    @Autowired
    JdbcClient jdbc;

    @TestConfiguration
    static class Parts {
        @Bean
        @Primary
        ShiftedClock shiftedClock() {
            return new ShiftedClock();
        }

        @Bean
        Customers customers(RegisterCustomer register, EnterCertificate enter, Entitlements entitlements, Clock clock) {
            return new Customers(register, enter, entitlements, clock);
        }

        @Bean
        Hands hands(ExternalTaskService tasks, TaskService userTasks, RuntimeService engine, ManagementService jobs) {
            return new Hands(tasks, userTasks, engine, jobs);
        }
    }

    @BeforeEach
    void platformsAreUp() {
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

    static <T> T accepted(Outcome<T> outcome) {
        Assertions.assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }

    static List<String> refused(Outcome<?> outcome) {
        Assertions.assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome)
                .reasons().stream().map(reason -> reason.code()).toList();
    }

    /** A draft with these certificates chosen. */
    UUID chosen(Actor actor, UUID... certificates) {
        var renewal = accepted(start.start(actor, List.of(certificates)));
        accepted(walk.chooseCertificates(actor, renewal, List.of(certificates)));
        return renewal;
    }

    /** A draft ready to be confirmed; every certificate is to serve the same platforms. */
    UUID declared(Actor actor, Set<String> platforms, UUID... certificates) {
        var renewal = chosen(actor, certificates);
        var choice = new HashMap<UUID, Set<String>>();
        var declared = new HashMap<UUID, Boolean>();
        for (var certificate : certificates) {
            choice.put(certificate, platforms);
            declared.put(certificate, true);
        }
        accepted(walk.bindPlatforms(actor, renewal, choice, true));
        accepted(walk.declareOpenBids(actor, renewal, declared));
        return renewal;
    }

    UUID ordered(Actor actor, UUID... certificates) {
        var renewal = declared(actor, Set.of("LN-JSGC", "SY-GGZY"), certificates);
        accepted(walk.confirmOrder(actor, renewal));
        return renewal;
    }

    UUID awaitingPayment(Actor actor, UUID... certificates) {
        var renewal = ordered(actor, certificates);
        accepted(walk.chooseInvoice(actor, renewal, NO_INVOICE, Channel.WECHAT));
        hands.worker("open-payment", renewal, Map.of());
        return renewal;
    }

    Order paid(UUID renewal) {
        Assertions.assertThat(signals.correlate(Messages.PAYMENT_RECEIVED, renewal.toString(), Map.of()))
                .isTrue();
        return Awaitility.await()
                .until(
                        () -> orders.ofCase(renewal).orElseThrow(),
                        order -> order.paid() != null && hands.standsAt(renewal).contains("await-settlement"));
    }

    RenewalView view(Actor actor, UUID renewal) {
        return show.one(actor, renewal);
    }
}
