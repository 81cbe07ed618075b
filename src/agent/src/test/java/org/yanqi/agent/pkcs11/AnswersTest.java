package org.yanqi.agent.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yanqi.agent.key.KeyTrouble.Kind;
import org.yanqi.agent.key.PinTries;

class AnswersTest {
    private static final long LOW = 0x10000;
    private static final long FINAL = 0x20000;
    private static final long LOCKED = 0x40000;

    @ParameterizedTest
    @CsvSource({
        "0xA0, PIN_WRONG",
        "0xA2, PIN_WRONG",
        "0xA4, PIN_LOCKED",
        "0x31, KEY_FULL",
        "0x32, KEY_REMOVED",
        "0xE0, KEY_REMOVED",
        "0xB3, KEY_REMOVED",
        "0x101, KEY_REMOVED",
        "0x05, WRITE_FAILED"
    })
    void tells_the_return_codes_apart(String code, Kind kind) {
        assertThat(Answers.kind(Long.decode(code), Kind.WRITE_FAILED)).isEqualTo(kind);
    }

    @Test
    void reads_the_pin_counter_from_the_flags() {
        assertThat(Answers.tries(0)).isEqualTo(new PinTries(PinTries.UNTOLD, false));
        assertThat(Answers.tries(LOW)).isEqualTo(new PinTries(PinTries.UNTOLD, true));
        assertThat(Answers.tries(LOW | FINAL)).isEqualTo(new PinTries(1, true));
        assertThat(Answers.tries(LOW | FINAL | LOCKED).locked()).isTrue();
    }
}
