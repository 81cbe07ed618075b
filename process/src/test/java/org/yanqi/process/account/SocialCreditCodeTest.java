package org.yanqi.process.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocialCreditCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"91330100799655058B", "914403001922038216", "91110000710925462X"})
    void accepts_codes_of_real_organisations(String code) {
        assertThat(SocialCreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91330100799655058A", // last check character
                "914403001922038316", // a digit changed
                "91110000719025462X", // two digits swapped
                "9111000071092546IX", // a letter the alphabet leaves out
                "91110000710925462", // too short
                ""
            })
    void refuses_codes_with_a_slip(String code) {
        assertThat(SocialCreditCode.isValid(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void finds_every_single_digit_slip_in_the_first_sixteen(int at) {
        var right = "914403001922038216";
        for (var digit = '0'; digit <= '9'; digit++) {
            if (right.charAt(at) != digit) {
                var slipped = right.substring(0, at) + digit + right.substring(at + 1);
                assertThat(SocialCreditCode.isValid(slipped)).as(slipped).isFalse();
            }
        }
    }
}
