package org.yanqi.forms.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormatTest {

    @Test
    void money_is_in_yuan_with_two_places_and_groups() {
        assertThat(Format.money(123400L)).isEqualTo("¥1,234.00");
        assertThat(Format.money(5L)).isEqualTo("¥0.05");
        assertThat(Format.money(-20000L)).isEqualTo("-¥200.00");
        assertThat(Format.money(null)).isEqualTo("--");
    }

    @Test
    void instants_are_shown_in_the_zone_of_the_house() {
        assertThat(Format.dateTime(Instant.parse("2026-11-22T16:30:00Z"))).isEqualTo("2026-11-23 00:30");
        assertThat(Format.range(LocalDate.of(2026, 1, 2), LocalDate.of(2027, 1, 1)))
                .isEqualTo("2026-01-02 ～ 2027-01-01");
    }

    @Test
    void personal_data_is_masked() {
        assertThat(Format.phone("13804011234")).isEqualTo("138****1234");
        assertThat(Format.phone("1234")).isEqualTo("****");
        assertThat(Format.account("21001388201052508899")).isEqualTo("**** 8899");
        assertThat(Format.name("王芳")).isEqualTo("王*");
        assertThat(Format.name("欧阳文静")).isEqualTo("欧**静");
        assertThat(Format.email("fapiao@hengyuan.example")).isEqualTo("fa***@hengyuan.example");
    }

    @Test
    void a_countdown_shows_hours_only_where_there_are_any() {
        assertThat(Format.countdown(Duration.ofSeconds(7147))).isEqualTo("1:59:07");
        assertThat(Format.countdown(Duration.ofSeconds(61))).isEqualTo("01:01");
        assertThat(Format.countdown(Duration.ofSeconds(-5))).isEqualTo("00:00");
    }

    @Test
    void amounts_in_words_follow_the_settlement_rules() {
        assertThat(ChineseAmount.of(45000)).isEqualTo("肆佰伍拾元整");
        assertThat(ChineseAmount.of(20005)).isEqualTo("贰佰元零伍分");
        assertThat(ChineseAmount.of(100050)).isEqualTo("壹仟元伍角整");
        assertThat(ChineseAmount.of(1_000_100_00L)).isEqualTo("壹佰万零壹佰元整");
        assertThat(ChineseAmount.of(12)).isEqualTo("壹角贰分");
        assertThat(ChineseAmount.of(0)).isEqualTo("零元整");
    }
}
