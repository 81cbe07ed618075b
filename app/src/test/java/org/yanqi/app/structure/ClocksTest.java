package org.yanqi.app.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.yanqi.app.config.ClockHands;

/** Nobody asks the machine what time it is or where it stands; there is one clock, and it is handed in. */
@AnalyzeClasses(packages = "org.yanqi", importOptions = ImportOption.DoNotIncludeTests.class)
class ClocksTest {

    @ArchTest
    static final ArchRule nobody_in_the_product_moves_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("org.yanqi.app.config..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ClockHands.class);

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_the_time = noClasses()
            .that()
            .resideOutsideOfPackage("org.yanqi.app.config..")
            .should()
            .callCodeUnitWhere(new DescribedPredicate<JavaCall<?>>("asks the machine for the time") {
                @Override
                public boolean test(JavaCall<?> call) {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getName();
                    List<String> parameters = call.getTarget().getRawParameterTypes().stream()
                            .map(type -> type.getName())
                            .toList();
                    boolean now = owner.startsWith("java.time.")
                            && name.equals("now")
                            && (parameters.isEmpty() || parameters.equals(List.of(ZoneId.class.getName())));
                    boolean clock = owner.equals(Clock.class.getName()) && name.startsWith("system");
                    boolean zone = owner.equals(ZoneId.class.getName()) && name.equals("systemDefault");
                    boolean millis = owner.equals(System.class.getName()) && name.equals("currentTimeMillis");
                    boolean date = owner.equals(Date.class.getName()) && name.equals("<init>") && parameters.isEmpty();
                    return now || clock || zone || millis || date;
                }
            });
}
