package org.yanqi.forms.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yanqi.forms.component.Texts;
import org.yanqi.process.record.RecordEntry;
import org.yanqi.process.record.Role;

/** Lines of the record as sentences. */
class RecordWordsTest {
    private static String sentence(String verb, Map<String, String> facts) {
        return RecordWords.sentence(
                new RecordEntry(
                        1,
                        Instant.parse("2026-11-22T04:00:00Z"),
                        "kefu",
                        "李客服",
                        Role.CUSTOMER_SERVICE,
                        "127.0.0.1",
                        null,
                        "payment P1",
                        verb,
                        facts),
                Texts.CHINESE);
    }

    @Test
    void shows_amounts_as_money_and_words_in_the_language_of_the_screen() {
        assertThat(sentence(
                        "payment-exception-opened", Map.of("number", "P1", "kind", "AMOUNT_DIFFERS", "fen", "45100")))
                .contains("P1")
                .contains("金额不符")
                .contains("¥451.00");
    }

    @Test
    void shows_each_role_of_several() {
        assertThat(sentence("account-created", Map.of("login", "zhao", "roles", "FINANCE SUPERVISOR")))
                .contains("财务 主管");
    }

    @Test
    void leaves_no_brace_where_a_fact_is_missing() {
        assertThat(sentence("order-placed", Map.of())).doesNotContain("{").contains("--");
    }

    @Test
    void takes_what_people_wrote_as_it_is() {
        assertThat(sentence("note-added", Map.of("text", "客户说 $1 {order} 不对"))).contains("客户说 $1 {order} 不对");
    }
}
