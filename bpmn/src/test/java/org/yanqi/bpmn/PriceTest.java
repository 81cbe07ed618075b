package org.yanqi.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R1, from the customers' guide and the assumptions marked in the table. */
class PriceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<String> CATALOGUE = List.of(
            "LN-JSGC",
            "LN-ZBJG",
            "LN-ZFCG",
            "LN-GGZY",
            "SY-GGZY",
            "DL-GGZY",
            "DL-ZFCG",
            "AS-GGZY",
            "JZ-GGZY",
            "CY-GGZY",
            "HC-DZCG",
            "SF-JSXM",
            "ADDED-LATER");

    @ParameterizedTest
    @CsvSource({
        "MAIN,           LN-JSGC, false, package",
        "MAIN,           LN-ZBJG, false, package",
        "MAIN,           LN-ZFCG, false, package",
        "MAIN,           LN-GGZY, false, package",
        "MAIN,           SY-GGZY, true,  package",
        "MAIN,           SY-GGZY, false, extra",
        "MAIN,           DL-ZFCG, false, extra",
        "MAIN,           HC-DZCG, false, extra",
        "PROJECT_LEADER, LN-JSGC, false, package",
        "PROJECT_LEADER, LN-ZBJG, false, package",
        "PROJECT_LEADER, LN-ZFCG, false, package",
        "PROJECT_LEADER, LN-GGZY, false, extra",
        "PROJECT_LEADER, SY-GGZY, true,  package",
        "PROJECT_LEADER, SY-GGZY, false, extra",
        "PROJECT_LEADER, SF-JSXM, false, extra",
    })
    void tells_the_package_from_what_costs_extra(String kind, String platform, boolean sameCity, String place) {
        assertThat(price(kind, platform, sameCity, TODAY).getSingleResult().getEntryMap())
                .containsEntry("place", place)
                .containsEntry("packagePrice", 20000)
                .containsEntry("extraPrice", 5000);
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void answers_every_combination_exactly_once(String kind, String platform, boolean sameCity, LocalDate day) {
        DmnDecisionTableResult result = price(kind, platform, sameCity, day);
        assertThat(result).hasSize(1);
        assertThat(result.getSingleResult().<String>getEntry("place")).isIn("package", "extra");
    }

    static Stream<Arguments> everyCombination() {
        return Stream.of("MAIN", "PROJECT_LEADER")
                .flatMap(kind -> CATALOGUE.stream()
                        .flatMap(platform -> Stream.of(true, false)
                                .flatMap(sameCity -> Stream.of(
                                                LocalDate.of(2021, 1, 1), TODAY, LocalDate.of(2099, 12, 31))
                                        .map(day -> Arguments.of(kind, platform, sameCity, day)))));
    }

    @Test
    void has_no_price_before_the_first_tariff() {
        assertThat(price("MAIN", "LN-JSGC", false, LocalDate.of(2020, 12, 31))).isEmpty();
    }

    @Test
    void has_no_price_for_a_kind_of_key_that_nobody_sells() {
        assertThat(price("VISITOR", "LN-JSGC", false, TODAY)).isEmpty();
    }

    private static DmnDecisionTableResult price(String kind, String platform, boolean sameCity, LocalDate day) {
        return ModelEngine.ENGINE
                .getDecisionService()
                .evaluateDecisionTableByKey("renewal-price")
                .variables(Map.of("keyKind", kind, "platformCode", platform, "sameCity", sameCity, "day", day))
                .evaluate();
    }
}
