package org.yanqi.process.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** R10: net is the gross amount over 1.06, rounded half up; the tax is the rest. */
class VatTest {
    private static final BigDecimal SIX = new BigDecimal("0.06");

    @Test
    void two_hundred_yuan_hold_eleven_yuan_and_thirty_two_fen_of_tax() {
        assertThat(Vat.in(20_000, SIX)).isEqualTo(new Vat(20_000, 18_868, 1_132, SIX));
    }

    @Test
    void the_tax_is_what_is_left_even_where_six_percent_of_the_net_would_differ_by_a_fen() {
        var vat = Vat.in(50, SIX);

        assertThat(vat.net()).isEqualTo(47);
        assertThat(vat.tax()).isEqualTo(3);
        assertThat(vat.net() + vat.tax()).isEqualTo(50);
    }

    @Test
    void an_amount_is_not_negative_and_adds_up() {
        assertThatThrownBy(() -> Vat.in(-1, SIX)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Vat(100, 94, 5, SIX)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void net_and_tax_add_up_and_the_net_is_rounded_half_up(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_00L) long gross) {
        var vat = Vat.in(gross, SIX);

        assertThat(vat.net() + vat.tax()).isEqualTo(gross);
        var exact = BigDecimal.valueOf(gross).divide(new BigDecimal("1.06"), 10, RoundingMode.HALF_UP);
        assertThat(exact.subtract(BigDecimal.valueOf(vat.net())).abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
    }

    @Property
    void the_tax_is_within_a_fen_of_six_percent_of_the_net(@ForAll @LongRange(min = 1, max = 100_000_000L) long gross) {
        var vat = Vat.in(gross, SIX);

        var six = BigDecimal.valueOf(vat.net())
                .multiply(SIX)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        assertThat(Math.abs(vat.tax() - six)).isLessThanOrEqualTo(1);
    }
}
