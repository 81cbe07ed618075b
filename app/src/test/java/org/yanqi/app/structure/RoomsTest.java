package org.yanqi.app.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yanqi.process.Port;

/** The rooms of the house and who may use whom (architecture: rooms, from the ground up). */
@AnalyzeClasses(packages = "org.yanqi", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    /** From the ground up; a room uses only rooms before it. */
    private static final List<String> ROOMS = List.of(
            "outcome",
            "record",
            "calendar",
            "worklist",
            "notice",
            "signal",
            "account",
            "platform",
            "certificate",
            "pricing",
            "ordering",
            "payment",
            "rekey",
            "signin",
            "invoicing",
            "shipping",
            "renewal");

    private static final List<String> VENDORS = List.of(
            "wechat",
            "weixin",
            "alipay",
            "sfexpress",
            "fengqiao",
            "camunda",
            "vaadin",
            "postgres",
            "smtp",
            "cfca",
            "bouncy",
            "spring",
            "http",
            "pkcs",
            "softhsm");

    private static final Pattern PROCESS = Pattern.compile("org\\.yanqi\\.process\\.([a-z]+)(?:\\.([a-z]+))?.*");

    @ArchTest
    static final ArchRule a_room_uses_only_rooms_below_it = classes()
            .that()
            .resideInAPackage("org.yanqi.process..")
            .should(onDependencies("use only rooms below", (from, to) -> {
                Optional<String> room = room(from);
                Optional<String> used = room(to);
                return room.isPresent() && used.isPresent() && ROOMS.indexOf(used.get()) > ROOMS.indexOf(room.get());
            }));

    @ArchTest
    static final ArchRule every_room_of_the_process_has_its_place_in_the_order = classes()
            .that()
            .resideInAPackage("org.yanqi.process.*..")
            .should(new ArchCondition<>("stand in a known room") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean known = room(item).map(ROOMS::contains).orElse(true);
                    events.add(new SimpleConditionEvent(item, known, item.getName() + " stands in an unknown room"));
                }
            });

    @ArchTest
    static final ArchRule nobody_reaches_into_the_inside_of_another_feature = classes()
            .that()
            .resideInAPackage("org.yanqi..")
            .should(onDependencies("leave the inside of other features alone", (from, to) -> {
                Matcher inside = PROCESS.matcher(to.getPackageName());
                return inside.matches()
                        && inside.group(2) != null
                        && List.of("model", "delegate", "engine").contains(inside.group(2))
                        && !room(from).equals(room(to));
            }));

    @ArchTest
    static final ArchRule the_engine_is_known_in_few_rooms = noClasses()
            .that()
            .resideInAPackage("org.yanqi..")
            .and()
            .resideOutsideOfPackages(
                    "..delegate..",
                    "..engine..",
                    "org.yanqi.process.signal..",
                    "org.yanqi.process.renewal..",
                    "org.yanqi.app.config..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule floors_are_not_used_from_below = noClasses()
            .that()
            .resideInAPackage("org.yanqi.process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.yanqi.forms..", "org.yanqi.app..", "com.vaadin..");

    @ArchTest
    static final ArchRule forms_know_nothing_of_the_app = noClasses()
            .that()
            .resideInAPackage("org.yanqi.forms..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yanqi.app..");

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other = SlicesRuleDefinition.slices()
            .matching("org.yanqi.app.(ca|cmp|wechat|alipay|tax|sf|mail|platform|agent)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule ports_bear_no_vendors_name = classes()
            .that()
            .areAnnotatedWith(Port.class)
            .should(new ArchCondition<>("bear no vendor's name") {
                @Override
                public void check(JavaClass port, ConditionEvents events) {
                    refuseVendors(port.getSimpleName(), port, events);
                    port.getMembers().stream()
                            .map(JavaMember::getName)
                            .forEach(name -> refuseVendors(name, port, events));
                }
            });

    @ArchTest
    static final ArchRule every_interface_among_the_ports_is_marked = classes()
            .that()
            .resideInAPackage("..port..")
            .and()
            .areInterfaces()
            .and()
            .areTopLevelClasses()
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .beAnnotatedWith(Port.class);

    private static void refuseVendors(String name, JavaClass port, ConditionEvents events) {
        String lower = name.toLowerCase(Locale.ROOT);
        VENDORS.stream()
                .filter(lower::contains)
                .forEach(vendor ->
                        events.add(SimpleConditionEvent.violated(port, port.getName() + " names a vendor: " + name)));
    }

    private static Optional<String> room(JavaClass type) {
        Matcher matcher = PROCESS.matcher(type.getPackageName());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private interface Forbidden {
        boolean isForbidden(JavaClass from, JavaClass to);
    }

    private static ArchCondition<JavaClass> onDependencies(String sentence, Forbidden rule) {
        return new ArchCondition<>(sentence) {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    if (rule.isForbidden(from, dependency.getTargetClass())) {
                        events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
