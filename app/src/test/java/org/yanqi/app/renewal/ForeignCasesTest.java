package org.yanqi.app.renewal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.InspectCertificate;
import org.yanqi.process.certificate.KeyContents;
import org.yanqi.process.certificate.RevokeCertificate;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.Cases;
import org.yanqi.process.renewal.Draft;
import org.yanqi.process.renewal.QuoteRenewal;
import org.yanqi.process.renewal.RenewableCertificates;
import org.yanqi.process.renewal.ShowRenewal;
import org.yanqi.process.renewal.Step;
import org.yanqi.process.renewal.WalkRenewal;

/** Organisation A tries every use case that takes an id on what belongs to organisation B, and a holder on what is not theirs. */
@OnPostgres
class ForeignCasesTest extends WithCases {
    private static final List<Class<?>> OF_A_CASE =
            List.of(WalkRenewal.class, ShowRenewal.class, QuoteRenewal.class, Cases.class);
    private static final List<Class<?>> OF_A_CERTIFICATE = List.of(
            Certificates.class,
            RenewableCertificates.class,
            KeyContents.class,
            InspectCertificate.class,
            RevokeCertificate.class);

    @Autowired
    ApplicationContext house;

    @TestFactory
    Stream<DynamicTest> nobody_reaches_what_belongs_to_another() {
        var owner = customers.company();
        var stranger = customers.company();
        var renewal = chosen(owner.administrator(), owner.main().id());
        return Stream.of(stranger.administrator(), stranger.leader(), owner.leader())
                .flatMap(actor -> Stream.concat(
                        OF_A_CASE.stream()
                                .flatMap(face -> methods(face)
                                        .map(method -> refuses(
                                                face,
                                                method,
                                                actor,
                                                renewal,
                                                owner.main().id()))),
                        OF_A_CERTIFICATE.stream()
                                .flatMap(face -> methods(face)
                                        .map(method -> refuses(
                                                face,
                                                method,
                                                actor,
                                                owner.main().id(),
                                                owner.main().id())))));
    }

    private static Stream<Method> methods(Class<?> face) {
        return Arrays.stream(face.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getParameterCount() >= 2
                        && method.getParameterTypes()[0] == Actor.class
                        && method.getParameterTypes()[1] == UUID.class);
    }

    private DynamicTest refuses(Class<?> face, Method method, Actor actor, UUID id, UUID certificate) {
        var name = actor.role() + " " + face.getSimpleName() + "." + method.getName();
        var target = method.getName().equals("packageOf") ? certificate : id;
        return DynamicTest.dynamicTest(name, () -> {
            var arguments = Arrays.stream(method.getParameterTypes())
                    .map(type -> sample(type, actor, target))
                    .toArray();
            assertThatThrownBy(() -> {
                        try {
                            method.invoke(house.getBean(face), arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    })
                    .isInstanceOfAny(NotFound.class, NotAllowed.class);
        });
    }

    private static Object sample(Class<?> type, Actor actor, UUID id) {
        return Map.<Class<?>, Object>ofEntries(
                        Map.entry(Actor.class, actor),
                        Map.entry(UUID.class, id),
                        Map.entry(List.class, List.of()),
                        Map.entry(Map.class, Map.of()),
                        Map.entry(boolean.class, true),
                        Map.entry(String.class, "x"),
                        Map.entry(Channel.class, Channel.WECHAT),
                        Map.entry(Step.class, Step.BIND_PLATFORMS),
                        Map.entry(InvoiceChoice.class, InvoiceChoice.none()),
                        Map.entry(Draft.class, Draft.empty()))
                .get(type);
    }

    @Test
    void lists_hold_nothing_of_another_organisation_or_holder() {
        var owner = customers.company();
        var stranger = customers.company();
        var renewal = awaitingPayment(owner.administrator(), owner.lead().id());

        Assertions.assertThat(show.visibleTo(stranger.administrator())).isEmpty();
        Assertions.assertThat(orders.visibleTo(stranger.administrator())).isEmpty();
        Assertions.assertThat(show.visibleTo(owner.leader()))
                .extracting(view -> view.id())
                .containsExactly(renewal);
        Assertions.assertThat(house.getBean(Certificates.class).visibleTo(owner.leader()))
                .extracting(pair -> pair.id())
                .containsExactly(owner.lead().id());
    }

    @Test
    void a_case_cannot_be_begun_with_another_organisations_certificate() {
        var owner = customers.company();
        var stranger = customers.company();

        assertThatThrownBy(() -> start.start(
                        stranger.administrator(), List.of(owner.main().id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> start.start(owner.leader(), List.of(owner.main().id())))
                .isInstanceOf(NotFound.class);
    }
}
