package org.yanqi.forms.sample;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yanqi.forms.component.CurrentActor;
import org.yanqi.forms.component.KeyDoor;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.account.Identity;
import org.yanqi.process.account.InvoiceTitles;
import org.yanqi.process.account.Organisation;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.account.PasswordReset;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.KeyContents;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.payment.AskProvider;
import org.yanqi.process.payment.PaymentState;
import org.yanqi.process.payment.Payments;
import org.yanqi.process.payment.RefreshCode;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.platform.Entitlement;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.platform.PlatformChange;
import org.yanqi.process.platform.Term;
import org.yanqi.process.pricing.Price;
import org.yanqi.process.pricing.PriceLine;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.OpenBidChoices;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.rekey.SelfTestResult;
import org.yanqi.process.rekey.TestEncryption;
import org.yanqi.process.renewal.QuoteRenewal;
import org.yanqi.process.renewal.RenewableCertificates;
import org.yanqi.process.renewal.RenewalState;
import org.yanqi.process.renewal.RenewalView;
import org.yanqi.process.renewal.ShowRenewal;
import org.yanqi.process.renewal.StartRenewal;
import org.yanqi.process.renewal.Step;
import org.yanqi.process.renewal.WalkRenewal;
import org.yanqi.process.shipping.Shipments;
import org.yanqi.process.signal.Position;
import org.yanqi.process.signin.TakeSignIn;

/** Faces that answer with sample data; the case {@code id(step.ordinal())} stands at that step, id(20) is renewed, id(21) closed. */
public final class SampleHouse {
    public final CurrentActor current = mock(CurrentActor.class);
    public final WalkRenewal walk = mock(WalkRenewal.class);
    public final ShowRenewal show = mock(ShowRenewal.class);
    public final StartRenewal start = mock(StartRenewal.class);
    public final AskProvider provider = mock(AskProvider.class);
    public final OpenTicket tickets = mock(OpenTicket.class);
    public final OpenBidChoices bids = mock(OpenBidChoices.class);
    public final KeyDoor door = mock(KeyDoor.class);
    public final PasswordReset reset = mock(PasswordReset.class);
    public final Map<UUID, RenewalView> cases = new LinkedHashMap<>();
    private final List<Object> beans = new ArrayList<>();

    public SampleHouse() {
        for (var step : Step.values()) {
            var state = step.compareTo(Step.CHOOSE_INVOICE) < 0
                    ? RenewalState.DRAFT
                    : step.compareTo(Step.PAY) <= 0 ? RenewalState.AWAITING_PAYMENT : RenewalState.PAID;
            put(Samples.at(Samples.id(step.ordinal()), step, state));
        }
        put(Samples.at(Samples.id(20), Step.UPDATE_KEY, RenewalState.RENEWED));
        put(Samples.at(Samples.id(21), Step.PAY, RenewalState.CLOSED));
        renewal();
        people();
        orders();
        certificates();
        selfTests();
    }

    private void put(RenewalView view) {
        cases.put(view.id(), view);
    }

    /** From now on nobody is signed in. */
    public void nobody() {
        when(current.login()).thenReturn(null);
    }

    /** All faces, to be registered in a context. */
    public List<Object> beans() {
        return List.copyOf(beans);
    }

    private <T> T bean(T face) {
        beans.add(face);
        return face;
    }

    private void selfTests() {
        var tests = bean(mock(TestEncryption.class));
        when(tests.isOffered(any())).thenReturn(true);
        when(tests.open(any(), any(), any())).thenReturn(Outcome.accepted("ticket"));
        when(tests.last(any(), any()))
                .thenAnswer(call -> Optional.of(new SelfTestResult(call.getArgument(1), true, null, Samples.NOW)));
    }

    private void renewal() {
        bean(walk);
        bean(start);
        bean(provider);
        bean(tickets);
        bean(bids);
        bean(mock(RefreshCode.class));
        bean(Clock.fixed(Samples.NOW, java.time.ZoneOffset.UTC));
        when(start.start(any(), any())).thenReturn(Outcome.accepted(Samples.id(0)));
        when(provider.ask(any(), any())).thenReturn(AskProvider.Standing.NOT_PAID);
        when(tickets.open(any(), any(), any(), any())).thenReturn(Outcome.accepted("ticket"));
        bean(show);
        when(show.one(any(), any()))
                .thenAnswer(call -> Optional.ofNullable(cases.get(call.<UUID>getArgument(1)))
                        .orElseThrow(() -> new NotFound("no such renewal")));
        when(show.visibleTo(any())).thenAnswer(call -> List.copyOf(cases.values()));
        when(walk.back(any(), any(), any())).thenAnswer(call -> moved(call.getArgument(1), -1));
        when(walk.chooseCertificates(any(), any(), any())).thenAnswer(call -> moved(call.getArgument(1), 1));
        when(walk.bindPlatforms(any(), any(), any(), org.mockito.ArgumentMatchers.anyBoolean()))
                .thenAnswer(call -> moved(call.getArgument(1), 1));
        when(walk.declareOpenBids(any(), any(), any())).thenAnswer(call -> moved(call.getArgument(1), 1));
        when(walk.confirmOrder(any(), any())).thenAnswer(call -> moved(call.getArgument(1), 1));
        when(walk.chooseInvoice(any(), any(), any(), any())).thenAnswer(call -> moved(call.getArgument(1), 1));
        when(walk.changePaymentMethod(any(), any(), any())).thenAnswer(call -> moved(call.getArgument(1), 0));
        var position = bean(mock(Position.class));
        when(position.steps())
                .thenReturn(java.util.Arrays.stream(Step.values()).map(Step::id).toList());
        var quotes = bean(mock(QuoteRenewal.class));
        when(quotes.packageOf(any(), any())).thenReturn(Set.of("LN-JSGC", "LN-ZBJG", "SY-GGZY"));
        when(quotes.quote(any(), any(), any())).thenAnswer(call -> quote(call.getArgument(2)));
    }

    private Outcome<RenewalView> moved(UUID id, int by) {
        var step = Step.values()[cases.get(id).step().ordinal() + by];
        var state = step.compareTo(Step.CHOOSE_INVOICE) < 0
                ? RenewalState.DRAFT
                : step.compareTo(Step.PAY) <= 0 ? RenewalState.AWAITING_PAYMENT : RenewalState.PAID;
        put(Samples.at(id, step, state));
        return Outcome.accepted(cases.get(id));
    }

    private static QuoteRenewal.Quote quote(Map<UUID, Set<String>> chosen) {
        var parts = chosen.entrySet().stream()
                .map(entry -> part(
                        List.of(Samples.MAIN, Samples.PROJECT_LEADER).stream()
                                .filter(pair -> pair.id().equals(entry.getKey()))
                                .findFirst()
                                .orElseThrow(),
                        entry.getValue()))
                .toList();
        return new QuoteRenewal.Quote(
                parts, parts.stream().mapToLong(part -> part.price().totalFen()).sum());
    }

    private static QuoteRenewal.Part part(CertificatePair pair, Set<String> chosen) {
        var bound = Set.of("LN-JSGC", "LN-ZBJG", "LN-GGZY");
        var lines = chosen.stream()
                .map(code -> {
                    var inside = !code.startsWith("HC") && !code.startsWith("SF") && !code.startsWith("DL");
                    return new PriceLine(code, inside, inside ? 0 : 5000);
                })
                .toList();
        var total = 20000 + lines.stream().mapToLong(PriceLine::fen).sum();
        var changes = Samples.PLATFORMS.stream()
                .map(Platform::code)
                .filter(code -> bound.contains(code) || chosen.contains(code))
                .map(code -> change(pair, code, bound.contains(code), chosen.contains(code)))
                .toList();
        return new QuoteRenewal.Part(
                pair,
                Samples.PLATFORMS.stream()
                        .filter(platform -> bound.contains(platform.code()))
                        .toList(),
                Samples.PLATFORMS.stream()
                        .filter(platform -> chosen.contains(platform.code()))
                        .toList(),
                changes,
                new Price(20000, lines, total),
                new Term(pair.lastDay().plusDays(1), pair.lastDay().plusYears(1)));
    }

    private static PlatformChange change(CertificatePair pair, String code, boolean bound, boolean chosen) {
        var end = pair.lastDay();
        if (!chosen) {
            return new PlatformChange(code, PlatformChange.Kind.DROPPED, null, null, end);
        }
        return new PlatformChange(
                code,
                bound ? PlatformChange.Kind.KEPT : PlatformChange.Kind.ADDED,
                bound ? null : LocalDate.of(2026, 11, 22),
                end.plusDays(1),
                end.plusYears(1));
    }

    private void people() {
        bean(current);
        when(current.actor()).thenReturn(Samples.ACTOR);
        when(current.login()).thenReturn(Samples.ACTOR.account());
        when(current.identities())
                .thenReturn(List.of(
                        new Identity(
                                Samples.id(1),
                                Role.ORGANISATION_ADMINISTRATOR,
                                Samples.ORGANISATION,
                                "沈阳恒远建设工程有限公司",
                                Samples.ADMINISTRATOR),
                        new Identity(Samples.id(2), Role.HOLDER, Samples.id(905), "大连海天市政工程有限公司", Samples.id(906))));
        bean(reset);
        bean(door);
        when(door.half()).thenReturn(KeyDoor.Half.NOTHING);
        when(door.look()).thenReturn(new TakeSignIn.Seen(TakeSignIn.Stand.GONE, null));
        when(door.ticket(any())).thenReturn(Outcome.accepted("ticket"));
        when(door.entrance()).thenReturn("login/key");
        bean(mock(Accounts.class));
        var organisations = bean(mock(Organisations.class));
        when(organisations.one(any()))
                .thenReturn(new Organisation(
                        Samples.ORGANISATION, "沈阳恒远建设工程有限公司", "91210100MA0P4R5T2X", "210100", "沈阳市", null, null));
        var titles = bean(mock(InvoiceTitles.class));
        when(titles.of(any(), any())).thenReturn(List.of(Samples.title()));
        when(titles.recipients(any(), any())).thenReturn(List.of(Samples.recipient()));
    }

    private void orders() {
        var orders = bean(mock(Orders.class));
        when(orders.visibleTo(any())).thenReturn(List.of(Samples.order(OrderState.PAID)));
        var payments = bean(mock(Payments.class));
        when(payments.ofOrder(any())).thenReturn(List.of(Samples.payment(PaymentState.SUCCEEDED)));
        var invoices = bean(mock(Invoices.class));
        when(invoices.visibleTo(any())).thenReturn(List.of(Samples.invoice()));
        when(invoices.one(any(), any())).thenReturn(Samples.invoice());
        bean(mock(Shipments.class));
    }

    private void certificates() {
        var pairs = List.of(Samples.MAIN, Samples.PROJECT_LEADER, Samples.EARLY, Samples.LAPSED);
        var certificates = bean(mock(Certificates.class));
        when(certificates.one(any(), any()))
                .thenAnswer(call -> pairs.stream()
                        .filter(pair -> pair.id().equals(call.getArgument(1)))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("no such certificate")));
        when(certificates.life(any(), any())).thenReturn(List.of(Samples.MAIN));
        when(certificates.events(any(), any())).thenReturn(Samples.LIFE);
        var contents = bean(mock(KeyContents.class));
        when(contents.of(any(), any())).thenReturn(Samples.ON_THE_KEY);
        var renewable = bean(mock(RenewableCertificates.class));
        when(renewable.of(any()))
                .thenReturn(List.of(
                        new RenewableCertificates.Row(Samples.MAIN, 28, Samples.PLATFORMS.subList(0, 3), null, null),
                        new RenewableCertificates.Row(
                                Samples.PROJECT_LEADER, 8, Samples.PLATFORMS.subList(0, 2), null, null),
                        new RenewableCertificates.Row(
                                Samples.EARLY, 281, Samples.PLATFORMS.subList(0, 5), "too-early", null),
                        new RenewableCertificates.Row(Samples.LAPSED, -418, List.of(), "lapsed", null)));
        var catalogue = bean(mock(Catalogue.class));
        when(catalogue.offered()).thenReturn(Samples.PLATFORMS);
        when(catalogue.one(any()))
                .thenAnswer(call -> Samples.PLATFORMS.stream()
                        .filter(platform -> platform.code().equals(call.getArgument(0)))
                        .findFirst()
                        .orElseThrow());
        var entitlements = bean(mock(Entitlements.class));
        when(entitlements.ever(any())).thenReturn(Samples.TERMS);
        when(entitlements.of(any()))
                .thenReturn(List.of(new Entitlement(
                        Samples.id(1),
                        Samples.MAIN.id(),
                        "LN-JSGC",
                        LocalDate.of(2025, 12, 21),
                        LocalDate.of(2026, 12, 20),
                        false)));
    }
}
