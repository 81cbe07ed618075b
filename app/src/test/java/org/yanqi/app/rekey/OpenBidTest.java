package org.yanqi.app.rekey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yanqi.app.OnPostgres;
import org.yanqi.app.ca.TestKey;
import org.yanqi.app.rekey.OwedCertificates.Owed;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.ReadTimeline;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.OpenBidChoices;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.rekey.PlatformAnswer;
import org.yanqi.process.rekey.PlatformAnswer.Said;
import org.yanqi.process.rekey.RekeyStage;
import org.yanqi.process.rekey.Rekeys;
import org.yanqi.process.rekey.RequestCertificate;
import org.yanqi.process.rekey.SettleRekey;
import org.yanqi.process.rekey.port.TicketSeal;
import org.yanqi.process.worklist.SearchWorkItems;

/** Open bids before issuing (R4): platforms that say so, platforms that are slow or down, waiting for a day and going on earlier. */
@OnPostgres
@Import(OwedCertificates.class)
class OpenBidTest {
    private static final Actor SYSTEM = Actor.system("test");
    private static final Actor DESK =
            new Actor("service", "客服", Role.CUSTOMER_SERVICE, Set.of(Role.CUSTOMER_SERVICE), null, null, "127.0.0.1");
    private static final WireMockServer PLATFORMS = started();

    private static WireMockServer started() {
        var server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void platforms(DynamicPropertyRegistry registry) {
        registry.add("yanqi.platforms.base-url", PLATFORMS::baseUrl);
        registry.add("yanqi.platforms.read-timeout", () -> "PT0.5S");
        registry.add("yanqi.rekey.ask-platforms", () -> "2");
    }

    @Autowired
    OwedCertificates owedCertificates;

    @Autowired
    Entitlements entitlements;

    @Autowired
    OpenTicket openTicket;

    @Autowired
    RequestCertificate requests;

    @Autowired
    OpenBidChoices choices;

    @Autowired
    SettleRekey settle;

    @Autowired
    Rekeys rekeys;

    @Autowired
    SearchWorkItems worklist;

    @Autowired
    ReadTimeline timeline;

    @Autowired
    TicketSeal seal;

    @Autowired
    JdbcClient database;

    @Autowired
    RuntimeService engine;

    @Autowired
    ManagementService jobs;

    @Autowired
    Clock clock;

    @BeforeEach
    void platformsSayNo() {
        PLATFORMS.resetAll();
        says("LN-JSGC", "{\"open\":[]}");
        says("SY-GGZY", "{\"open\":[]}");
    }

    private static void says(String platform, String body) {
        PLATFORMS.stubFor(WireMock.get(WireMock.urlPathEqualTo("/" + platform + "/open-bids"))
                .willReturn(WireMock.okJson(body)));
    }

    /** A holder whose certificate serves two platforms, and whose request has been sent. */
    private Owed requested() throws Exception {
        Owed owed = bound();
        request(owed);
        return owed;
    }

    private Owed bound() {
        Owed owed = owedCertificates.company();
        LocalDate today = LocalDate.now(clock);
        for (String platform : List.of("LN-JSGC", "SY-GGZY")) {
            entitlements.bind(SYSTEM, owed.pair().id(), platform, today.minusDays(300), today.plusDays(30));
        }
        return owed;
    }

    private void request(Owed owed) throws Exception {
        accepted(openTicket.declareAgain(owed.administrator(), owed.item(), true));
        String ticket = accepted(openTicket.open(owed.administrator(), owed.item(), "rekey", "http://localhost:8080"));
        assertThat(SignedJWT.parse(ticket).getJWTClaimsSet().getStringClaim("op"))
                .isEqualTo("rekey");
        byte[] csr = TestKey.sm2().request(owed.subject());
        accepted(requests.request(
                seal.open(ticket).orElseThrow(), csr, owed.key().sign(csr)));
    }

    private static <T> T accepted(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }

    private static String refusal(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).reasons().get(0).code();
    }

    private UUID atDesk(Owed owed) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> worklist.open("handle-open-bid", owed.item().toString()), item -> item.isPresent())
                .orElseThrow()
                .id();
    }

    private void awaitIssued(Owed owed) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rekeys.one(owed.administrator(), owed.item()).stage() == RekeyStage.ISSUED);
    }

    private List<String> letters(Owed owed) {
        return database.sql("select kind from notice where case_id = ?")
                .param(owed.caseId())
                .query(String.class)
                .list();
    }

    private boolean isOnRecord(Owed owed, String verb) {
        return timeline.of(owed.caseId()).stream()
                .anyMatch(entry -> entry.verb().equals(verb));
    }

    @Test
    void platforms_that_all_say_no_let_it_be_issued_without_a_person() throws Exception {
        Owed owed = requested();
        awaitIssued(owed);
        assertThat(choices.answers(owed.administrator(), owed.item())).isEmpty();
    }

    @Test
    void an_open_bid_is_told_platform_by_platform_and_only_the_desk_lets_it_go_on_with_the_remedy() throws Exception {
        says("SY-GGZY", "{\"open\":[{\"project\":\"沈阳地铁三号线\",\"opensAt\":\"2027-01-05T01:30:00Z\"}]}");
        Owed owed = requested();
        UUID work = atDesk(owed);
        List<PlatformAnswer> said = choices.answers(DESK, owed.item());
        assertThat(said)
                .extracting(PlatformAnswer::platform, PlatformAnswer::said, PlatformAnswer::project)
                .containsExactly(tuple("LN-JSGC", Said.NONE, null), tuple("SY-GGZY", Said.OPEN, "沈阳地铁三号线"));
        assertThat(letters(owed)).contains("open-bids");
        assertThat(refusal(choices.declareAgain(owed.administrator(), owed.item())))
                .isEqualTo("refusal.open-bid-known");
        accepted(settle.openBid(DESK, work, "proceed", "客户确认重新投标", null));
        awaitIssued(owed);
        assertThat(letters(owed)).contains("open-bid-remedy");
    }

    @Test
    void a_platform_that_is_down_or_slow_is_asked_again_and_then_unknown_never_a_no() throws Exception {
        PLATFORMS.stubFor(
                WireMock.get(WireMock.urlPathEqualTo("/LN-JSGC/open-bids")).willReturn(WireMock.serverError()));
        PLATFORMS.stubFor(WireMock.get(WireMock.urlPathEqualTo("/SY-GGZY/open-bids"))
                .willReturn(WireMock.okJson("{\"open\":[]}").withFixedDelay(2_000)));
        Owed owed = requested();
        atDesk(owed);
        assertThat(choices.answers(owed.administrator(), owed.item()))
                .extracting(PlatformAnswer::said)
                .containsExactly(Said.UNKNOWN, Said.UNKNOWN);
        assertThat(rekeys.one(owed.administrator(), owed.item()).stage()).isEqualTo(RekeyStage.REQUEST_SENT);
        PLATFORMS.verify(2, WireMock.getRequestedFor(WireMock.urlPathEqualTo("/LN-JSGC/open-bids")));
        assertThat(refusal(choices.declareAgain(owed.leader(), owed.otherItem())))
                .isEqualTo("refusal.wrong-state");
        accepted(choices.declareAgain(owed.administrator(), owed.item()));
        awaitIssued(owed);
        assertThat(worklist.open("handle-open-bid", owed.item().toString())).isEmpty();
        assertThat(isOnRecord(owed, "no-open-bid-declared-again")).isTrue();
    }

    @Test
    void the_holder_waits_for_the_opening_alone_is_reminded_and_goes_on_earlier() throws Exception {
        says("SY-GGZY", "{\"open\":[{\"project\":\"沈阳地铁三号线\"}]}");
        Owed owed = requested();
        atDesk(owed);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Shanghai.ZONE);
        assertThat(refusal(choices.putOff(owed.administrator(), owed.item(), today)))
                .isEqualTo("refusal.defer-to-a-later-day");
        assertThat(refusal(choices.putOff(owed.administrator(), owed.item(), today.plusDays(400))))
                .isEqualTo("refusal.defer-too-far");
        accepted(choices.putOff(owed.administrator(), owed.item(), today.plusDays(5)));
        assertThat(worklist.open("handle-open-bid", owed.item().toString())).isEmpty();
        fire(owed, "date-near");
        assertThat(letters(owed)).contains("update-date-near");
        accepted(choices.goOnEarlier(owed.administrator(), owed.item()));
        assertThat(worklist.open("update-key", owed.item().toString())).isPresent();
        assertThat(rekeys.one(owed.administrator(), owed.item()).deferredUntil())
                .isNull();
        assertThat(refusal(choices.goOnEarlier(owed.administrator(), owed.item())))
                .isEqualTo("refusal.wrong-state");
        // asked once more before issuing, and this time nothing is open
        says("SY-GGZY", "{\"open\":[]}");
        request(owed);
        awaitIssued(owed);
        assertThat(choices.answers(owed.administrator(), owed.item())).isEmpty();
    }

    @Test
    void when_the_agreed_day_comes_the_holder_is_called_and_may_go_on() {
        Owed owed = bound();
        LocalDate day = LocalDate.ofInstant(clock.instant(), Shanghai.ZONE).plusDays(3);
        accepted(choices.putOff(owed.administrator(), owed.item(), day));
        assertThat(refusal(openTicket.open(owed.administrator(), owed.item(), "read", "http://localhost:8080")))
                .isEqualTo("refusal.rekey-deferred");
        fire(owed, "date-reached");
        assertThat(letters(owed)).contains("update-date-reached");
        assertThat(isOnRecord(owed, "update-date-reached")).isTrue();
        assertThat(openTicket
                        .open(owed.administrator(), owed.item(), "read", "http://localhost:8080")
                        .isAccepted())
                .isTrue();
    }

    @Test
    void nobody_chooses_for_another_company_or_another_holder() {
        Owed owed = bound();
        Owed stranger = owedCertificates.company();
        LocalDate day = LocalDate.ofInstant(clock.instant(), Shanghai.ZONE).plusDays(3);
        for (Actor actor : List.of(stranger.administrator(), stranger.leader(), owed.leader())) {
            assertThatThrownBy(() -> choices.answers(actor, owed.item())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> choices.declareAgain(actor, owed.item())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> choices.putOff(actor, owed.item(), day)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> choices.goOnEarlier(actor, owed.item())).isInstanceOf(NotFound.class);
        }
        assertThat(refusal(choices.declareAgain(owed.administrator(), owed.otherItem())))
                .isEqualTo("refusal.key-of-another-person");
    }

    /** Time is up for a timer of this item's model. */
    private void fire(Owed owed, String timer) {
        String instance = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(owed.item().toString())
                .singleResult()
                .getId();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .singleResult()
                .getId());
    }
}
