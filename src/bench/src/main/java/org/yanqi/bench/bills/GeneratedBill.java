package org.yanqi.bench.bills;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yanqi.process.calendar.Shanghai;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.DailyBills;

/** A bill of any length, made while it is read: each thousandth line tells of money that we never counted. */
final class GeneratedBill implements DailyBills {
    static final Channel CHANNEL = Channel.WECHAT;
    private static final int ODD = 1000;
    private static final long FEN = 20_000;
    private static final long FEE = 120;

    private final long rows;

    GeneratedBill(long rows) {
        this.rows = rows;
    }

    /** Enters our own payments, all but the odd ones. */
    void count(JdbcClient database, LocalDate day) {
        database.sql("""
                        insert into payment (id, version, number, order_id, case_id, channel, fen, state, opened,
                          provider_number, paid_fen, paid_at, refunded_fen, queries)
                        select gen_random_uuid(), 0, 'P' || n, gen_random_uuid(), gen_random_uuid(), 'WECHAT', :fen,
                          'SUCCEEDED', :at, '42000' || n, :fen, :at, 0, 0
                        from generate_series(1, :rows) n where n % :odd <> 0
                        """)
                .param("fen", FEN)
                .param("at", noon(day).atOffset(ZoneOffset.UTC))
                .param("rows", rows)
                .param("odd", ODD)
                .update();
    }

    @Override
    public Channel channel() {
        return CHANNEL;
    }

    @Override
    public Bill read(LocalDate day, Reader reader) {
        var noon = noon(day);
        for (var row = 1L; row <= rows; row++) {
            reader.line(new Line(Line.Kind.PAYMENT, "P" + row, null, "42000" + row, FEN, FEE, noon, "oPayer" + row));
        }
        return new Bill(Bill.State.READ, new Bill.Totals(rows, rows * FEN, 0, rows * FEE), null, null);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(Shanghai.ZONE).toInstant();
    }
}
