package org.yanqi.app.renewal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.invoicing.InvoiceKind;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.Payments;
import org.yanqi.process.platform.Level;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.Draft;
import org.yanqi.process.renewal.RenewableCertificates;
import org.yanqi.process.renewal.Step;
import org.yanqi.process.signal.Processes;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItemQuery;

/**
 * Every use case of the house, found by reflection, is tried by those who may not: organisation A on what is B's, a holder on what is
 * another holder's, every role of the staff on what is not its work. A use case without a line in use-cases.txt fails here.
 */
@OnPostgres
class EveryUseCaseTest extends WithCases {
    private static final String HOUSE = "org.yanqi.process";

    @Autowired
    ApplicationContext house;

    @Autowired
    PlatformTransactionManager transactions;

    private final Map<String, UseCase> expected = UseCase.all();

    /** A method of a bean. */
    private record Found(Object bean, Method method) {
        String name() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
    }

    /** Something that a use case can be tried on. */
    private record Thing(Customers.Company owner, UUID id) {}

    private List<Found> useCases() {
        var found = new ArrayList<Found>();
        for (var name : house.getBeanDefinitionNames()) {
            var bean = house.getBean(name);
            var type = AopUtils.getTargetClass(bean);
            if (type.getName().startsWith(HOUSE + ".")) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .filter(method -> List.of(method.getParameterTypes()).contains(Actor.class))
                        .forEach(method -> found.add(new Found(bean, method)));
            }
        }
        return found;
    }

    private @Nullable UseCase lineOf(Found found) {
        var exact = expected.get(found.name() + "/" + found.method().getParameterCount());
        return exact == null ? expected.get(found.name()) : exact;
    }

    @Test
    void every_use_case_has_its_line_and_every_line_its_use_case() {
        var found = useCases();
        assertThat(found.stream().filter(one -> lineOf(one) == null).map(Found::name))
                .as("use cases without a line in use-cases.txt: say who may call them")
                .isEmpty();
        assertThat(found.stream().map(one -> Objects.requireNonNull(lineOf(one)).name()))
                .as("lines of use-cases.txt without a use case")
                .containsAll(expected.keySet());
    }

    @Test
    void no_screen_calls_what_only_the_house_itself_does() {
        var ofTheHouse = expected.values().stream()
                .filter(one -> one.kind() == UseCase.Kind.HOUSE)
                .map(one -> one.name().replaceAll("/.*", ""))
                .toList();
        noClasses()
                .that()
                .resideInAPackage("org.yanqi.forms..")
                .should()
                .callMethodWhere(new DescribedPredicate<JavaMethodCall>("only the house itself does") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        return call.getTargetOwner().getPackageName().startsWith(HOUSE)
                                && ofTheHouse.contains(call.getTargetOwner().getSimpleName() + "." + call.getName());
                    }
                })
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.yanqi.forms"));
    }

    @TestFactory
    Stream<DynamicTest> nobody_reaches_what_is_not_theirs() {
        var things = things();
        var other = customers.company();
        var tries = new TreeMap<String, DynamicTest>();
        for (var found : useCases()) {
            var line = lineOf(found);
            if (line == null || line.kind() == UseCase.Kind.HOUSE || line.kind() == UseCase.Kind.SELF) {
                continue;
            }
            var trial = new Trial(found, line, Objects.requireNonNull(things.get(target(line)), line.name()));
            var colleague = trial.thing().owner().leader();
            add(tries, line, "another organisation's administrator", () -> refused(trial, other.administrator()));
            add(tries, line, "another organisation's holder", () -> refused(trial, other.leader()));
            if (line.target().equals("organisation")) {
                add(tries, line, "the organisation's own holder may", () -> open(trial, colleague));
            } else {
                add(tries, line, "another holder of the organisation", () -> refused(trial, colleague));
            }
            for (var role : line.refused()) {
                add(tries, line, role.name(), () -> refused(trial, Customers.staff(role)));
            }
            for (var role : line.staff()) {
                add(tries, line, role + " may", () -> open(trial, Customers.staff(role)));
            }
            if (line.kind() != UseCase.Kind.STAFF && !line.target().equals("held-work")) {
                add(
                        tries,
                        line,
                        "its owner may",
                        () -> open(trial, trial.thing().owner().administrator()));
            }
        }
        return tries.values().stream();
    }

    private record Trial(Found found, UseCase line, Thing thing) {}

    private static void add(Map<String, DynamicTest> tries, UseCase line, String who, Executable trial) {
        var name = line.name() + ": " + who;
        tries.put(name, DynamicTest.dynamicTest(name, trial));
    }

    private static String target(UseCase line) {
        return switch (line.kind()) {
            case OWN -> line.target();
            case LIST -> "case";
            case STAFF, SELF, HOUSE -> "work";
        };
    }

    private void refused(Trial trial, Actor actor) {
        var told = new ArrayList<String>();
        var thrown = call(trial, actor, told);
        var who = trial.line().name() + " by " + actor.role();
        if (trial.line().kind() == UseCase.Kind.LIST && actor.isCustomer()) {
            assertThat(thrown).as(who).isNull();
            assertThat(told.get(0))
                    .as(who)
                    .doesNotContain(
                            trial.thing().id().toString(),
                            trial.thing().owner().main().id().toString());
        } else if (trial.line().kind() == UseCase.Kind.STAFF) {
            assertThat(thrown).as(who).isInstanceOf(NotAllowed.class);
        } else {
            assertThat(thrown).as(who).isInstanceOfAny(NotFound.class, NotAllowed.class);
        }
    }

    /** So that a refusal above is one of the person, not of the try: whoever may gets past the door. */
    private void open(Trial trial, Actor actor) {
        var thrown = call(trial, actor, new ArrayList<>());
        assertThat(thrown instanceof NotAllowed
                        && String.valueOf(thrown.getMessage()).contains("is none of"))
                .as(trial.line().name() + " by " + actor.role() + ": " + thrown)
                .isFalse();
        if (trial.line().kind() == UseCase.Kind.OWN && !trial.line().name().equals("Invoices.file")) {
            assertThat(thrown instanceof NotFound)
                    .as(trial.line().name() + " by " + actor.role())
                    .isFalse();
        }
    }

    /** @return what it threw; whatever it did is undone */
    private @Nullable Throwable call(Trial trial, Actor actor, List<String> told) {
        var method = trial.found().method();
        var arguments = new Object[method.getParameterCount()];
        for (var at = 0; at < arguments.length; at++) {
            var type = method.getParameterTypes()[at];
            var absent = method.getAnnotatedParameterTypes()[at].isAnnotationPresent(Nullable.class);
            arguments[at] = type == Actor.class ? actor : absent ? null : argument(type, trial);
        }
        var thrown = new AtomicReference<@Nullable Throwable>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            try {
                told.add(String.valueOf(method.invoke(trial.found().bean(), arguments)));
            } catch (InvocationTargetException failure) {
                thrown.set(failure.getCause());
            } catch (IllegalAccessException | IllegalArgumentException impossible) {
                throw new IllegalStateException(trial.line().name(), impossible);
            }
        });
        return thrown.get();
    }

    private static @Nullable Object argument(Class<?> type, Trial trial) {
        if (type == UUID.class) {
            return trial.thing().id();
        }
        if (type == List.class && trial.line().target().equals("certificates")) {
            return List.of(trial.thing().id());
        }
        return Map.<Class<?>, Object>ofEntries(
                        Map.entry(List.class, List.of()),
                        Map.entry(Map.class, Map.of()),
                        Map.entry(Set.class, Set.of(Role.FINANCE)),
                        Map.entry(boolean.class, true),
                        Map.entry(int.class, 10),
                        Map.entry(String.class, "read"),
                        Map.entry(byte[].class, new byte[] {1}),
                        Map.entry(LocalDate.class, LocalDate.of(2026, 3, 2)),
                        Map.entry(Role.class, Role.HOLDER),
                        Map.entry(KeyKind.class, KeyKind.MAIN),
                        Map.entry(Algorithm.class, Algorithm.SM2),
                        Map.entry(Channel.class, Channel.WECHAT),
                        Map.entry(Step.class, Step.BIND_PLATFORMS),
                        Map.entry(InvoiceChoice.class, InvoiceChoice.none()),
                        Map.entry(Draft.class, Draft.empty()),
                        Map.entry(InvoiceTitle.class, title()),
                        Map.entry(Recipient.class, new Recipient(null, "张三", "13800000000", "辽宁省", "文化路1号")),
                        Map.entry(Platform.class, new Platform("X", "x", Level.CITY, "210100", "x", true)),
                        Map.entry(
                                WorkItemQuery.class,
                                new WorkItemQuery(Set.of(), Set.of(), Set.of(), WorkItemQuery.Whose.ANY, null, null)))
                .get(type);
    }

    private static InvoiceTitle title() {
        return new InvoiceTitle(
                null, InvoiceTitle.Type.ENTERPRISE, "x", "91330100799655058B", "x", "024-1", "x", "12345678");
    }

    /** A draft of one company, a paid case of another, a certificate lapsed for long of a third. */
    private Map<String, Thing> things() {
        var owner = customers.company();
        var draft = chosen(owner.administrator(), owner.main().id());
        var lapsed = customers.company(-400);
        var review = accepted(house.getBean(RenewableCertificates.class)
                .askReview(lapsed.administrator(), lapsed.main().id(), "x"));
        var things = new HashMap<>(ofPaidCase(customers.company()));
        things.put("organisation", new Thing(owner, owner.organisation().id()));
        things.put("certificate", new Thing(owner, owner.main().id()));
        things.put("certificates", new Thing(owner, owner.main().id()));
        things.put("renewal", new Thing(owner, draft));
        things.put("review", new Thing(lapsed, review));
        return things;
    }

    private Map<String, Thing> ofPaidCase(Customers.Company payer) {
        var system = Actor.system("test");
        var renewal = awaitingPayment(payer.administrator(), payer.main().id());
        var order = orders.ofCase(renewal).orElseThrow();
        var payment = house.getBean(Payments.class).begin(system, order.id(), Channel.WECHAT);
        paid(renewal);
        var choice = new InvoiceChoice(true, InvoiceKind.ELECTRONIC_ORDINARY, title(), "x@example.org", null, null);
        var invoice = house.getBean(Invoices.class).ask(system, renewal, order.id(), choice);
        signals.start(
                Processes.INVOICING,
                invoice.id().toString(),
                Map.of("caseId", renewal.toString(), "kind", "electronic"));
        var work = house.getBean(SearchWorkItems.class).ofCase(system, renewal).stream()
                .filter(item -> item.kind().equals("update-key"))
                .findFirst()
                .orElseThrow();
        return Map.of(
                "case", new Thing(payer, renewal),
                "order", new Thing(payer, order.id()),
                "item", new Thing(payer, order.items().get(0).id()),
                "payment", new Thing(payer, payment.id()),
                "invoice", new Thing(payer, invoice.id()),
                "work", new Thing(payer, work.id()),
                "held-work", new Thing(payer, work.id()));
    }
}
