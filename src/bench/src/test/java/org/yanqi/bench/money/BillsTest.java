package org.yanqi.bench.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.Gateways;
import org.yanqi.process.payment.port.DailyBills;
import org.yanqi.process.payment.port.DailyBills.Bill;
import org.yanqi.process.payment.port.DailyBills.Line;
import org.yanqi.process.payment.port.PaymentGateway;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;
import org.yanqi.process.payment.port.PaymentGateway.Refused;

/** The SDKs fetch the sandbox's bills with nothing but host and keys changed, and damage in them is seen. */
class BillsTest {
    private final Town town = Town.shared();
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    private final List<Line> lines = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    BillsTest() throws Exception {
        heal();
    }

    @AfterEach
    void heal() {
        town.books().damageBills("wechat");
        town.books().damageBills("alipay");
    }

    private String paid(Channel channel) throws NoAnswer, Refused {
        var number = "B" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        gateway(channel).open(number, 20000, "bill", Instant.now().plusSeconds(600));
        town.books().pay(number, 20000);
        return number;
    }

    private PaymentGateway gateway(Channel channel) {
        return town.product().part(Gateways.class).of(channel);
    }

    private Bill read(Channel channel, LocalDate day) throws NoAnswer {
        lines.clear();
        unreadable.clear();
        var bills = town.product().parts(DailyBills.class).stream()
                .filter(one -> one.channel() == channel)
                .findFirst()
                .orElseThrow();
        return bills.read(day, new DailyBills.Reader() {
            @Override
            public void line(Line line) {
                lines.add(line);
            }

            @Override
            public void unreadable(long number, String text, String why) {
                unreadable.add(why);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_day_with_payments_and_a_refund_is_read_with_its_fees_and_sums(Channel channel) throws Exception {
        var number = paid(channel);
        gateway(channel).refund("R" + number, number, 20000, 5000, "bill");

        var bill = read(channel, today);

        assertThat(bill.state()).isEqualTo(Bill.State.READ);
        assertThat(unreadable).isEmpty();
        assertThat(lines)
                .filteredOn(line -> number.equals(line.number()))
                .extracting(Line::kind, Line::fen, Line::feeFen)
                .containsExactlyInAnyOrder(tuple(Line.Kind.PAYMENT, 20000L, 120L), tuple(Line.Kind.REFUND, 5000L, 0L));
        var stated = bill.stated();
        assertThat(stated).isNotNull();
        assertThat(stated.lines()).isEqualTo(lines.size());
        assertThat(stated.paidFen())
                .isEqualTo(lines.stream()
                        .filter(line -> line.kind() == Line.Kind.PAYMENT)
                        .mapToLong(Line::fen)
                        .sum());
        assertThat(stated.feeFen())
                .isEqualTo(lines.stream().mapToLong(Line::feeFen).sum());
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void planted_damage_is_seen_and_no_other_line_is_lost(Channel channel) throws Exception {
        for (var one = 0; one < 4; one++) {
            paid(channel);
        }
        var service = channel.name().toLowerCase(Locale.ROOT);
        read(channel, today);
        var whole = lines.size();

        town.books().damageBills(service, "extra-column", "no-summary", "garbled-row");
        assertThat(read(channel, today).stated()).isNull();
        assertThat(lines).hasSize(whole);
        assertThat(unreadable).hasSize(1);

        town.books().damageBills(service, "missing-row", "orphan-row", "duplicated-row");
        read(channel, today);
        assertThat(lines).hasSize(whole + 1);
        assertThat(lines)
                .filteredOn(line -> line.providerNumber().startsWith("ORPHAN"))
                .hasSize(1);

        town.books().damageBills(service, "wrong-hash");
        assertThat(read(channel, today).state()).isEqualTo(Bill.State.DAMAGED);
        assertThat(lines).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_day_without_movements_is_empty_and_one_that_is_not_over_not_ready(Channel channel) throws Exception {
        assertThat(read(channel, today.minusDays(30)).state()).isEqualTo(Bill.State.EMPTY);
        assertThat(read(channel, today.plusDays(1)).state()).isEqualTo(Bill.State.NOT_READY);
    }

    @Test
    void the_provider_s_key_changes_while_the_house_is_open() throws Exception {
        paid(Channel.WECHAT);
        town.books().changeKey();
        paid(Channel.WECHAT);
        town.books().withdrawOldKeys();

        var number = paid(Channel.WECHAT);

        assertThat(gateway(Channel.WECHAT).query(number).state()).isEqualTo(PaymentGateway.Trade.State.PAID);
    }
}
