package org.yanqi.process.payment.reconciliation;

import java.util.List;

/** The set operations of the comparison. They run on PostgreSQL and on H2. Every step takes only what no step before took. */
final class CompareSql {
    /** Lines of the day that have no place yet. */
    private static final String PENDING = """
            (select x.* from bill_line x where x.bill_day = :day and x.channel = :channel
              and not exists (select 1 from bill_match m where m.line_id = x.id)
              and not exists (select 1 from reconciliation_difference d where d.line_id = x.id and d.state <> 'RESOLVED'))""";

    private static final String FREE_PAYMENT = """
            p.paid_fen is not null
              and not exists (select 1 from bill_match m where m.payment_id = p.id)
              and not exists (select 1 from reconciliation_difference d where d.payment_id = p.id and d.state <> 'RESOLVED')""";

    private static final String FREE_REFUND = """
            not exists (select 1 from bill_match m where m.refund_id = r.id)
              and not exists (select 1 from reconciliation_difference d where d.refund_id = r.id and d.state <> 'RESOLVED')""";

    private static final String BY_PROVIDER = "p.channel = l.channel and p.provider_number = l.provider_number";
    private static final String BY_NUMBER =
            "p.channel = l.channel and p.number = l.number and p.provider_number is null";

    /** A fee that is beyond the agreed share by a whole fen. */
    private static final String STRANGE = "q.fee_fen * 100 >= q.fen * :percent + 100";

    private static final String DIFFERENCE = """
            insert into reconciliation_difference (id, bill_day, channel, kind, word, state, round, found, line_id,
              payment_id, refund_id, case_id, number, provider_number, channel_fen, own_fen, fee_fen, line_no)
            """;

    private CompareSql() {}

    /** What was a difference and is none any more. */
    static final List<String> FORGIVE = List.of(
            // a row that came late, or stands in the neighbouring day
            """
            update reconciliation_difference set state = 'RESOLVED'
            where kind = 'WE_HAVE_IT' and state <> 'RESOLVED' and channel = :channel and payment_id in (
              select p.id from %s x join payment p on p.channel = x.channel and p.provider_number = x.provider_number
              where x.kind = 'PAYMENT')""".formatted(PENDING),
            """
            update reconciliation_difference set state = 'RESOLVED'
            where kind = 'WE_HAVE_IT' and state <> 'RESOLVED' and channel = :channel and payment_id in (
              select p.id from %s x join payment p on p.channel = x.channel and p.number = x.number
              where p.provider_number is null and x.kind = 'PAYMENT')""".formatted(PENDING),
            // money that was counted since
            """
            update reconciliation_difference set state = 'RESOLVED'
            where kind = 'CHANNEL_HAS_IT' and state = 'OPEN' and exception_id is null and bill_day = :day
              and channel = :channel and exists (
                select 1 from payment p where p.channel = reconciliation_difference.channel
                  and p.provider_number = reconciliation_difference.provider_number and %s)""".formatted(FREE_PAYMENT),
            // a refund of which we heard since
            """
            update reconciliation_difference set state = 'RESOLVED'
            where kind = 'REFUND_DIFFERS' and state = 'OPEN' and line_id is not null and bill_day = :day
              and channel = :channel and exists (
                select 1 from bill_line x join refund r on r.channel = x.channel and r.number = x.refund_number
                where x.id = reconciliation_difference.line_id and r.state = 'SUCCEEDED' and r.fen = x.fen
                  and not exists (select 1 from bill_match m where m.refund_id = r.id)
                  and not exists (select 1 from reconciliation_difference d where d.refund_id = r.id
                    and d.state <> 'RESOLVED' and d.id <> reconciliation_difference.id))""",
            """
            update reconciliation_difference set state = 'RESOLVED'
            where kind = 'REFUND_DIFFERS' and state <> 'RESOLVED' and line_id is null and channel = :channel
              and refund_id in (select r.id from %s x join refund r on r.channel = x.channel
                and r.number = x.refund_number where x.kind = 'REFUND')""".formatted(PENDING));

    /** A line that was there before, in this bill or in another day's. */
    static final List<String> DUPLICATES = List.of(DIFFERENCE + """
            select %s, l.bill_day, l.channel, 'DUPLICATED_LINE', null, 'OPEN', cast(:round as integer), cast(:now as timestamp with time zone), l.id,
              null, null, null, coalesce(l.refund_number, l.number), l.provider_number, l.fen, null, l.fee_fen, l.line_no
            from %s l
            where exists (select 1 from bill_line e where e.channel = l.channel and e.provider_number = l.provider_number
              and e.kind = l.kind and coalesce(e.number, '') = coalesce(l.number, '')
              and coalesce(e.refund_number, '') = coalesce(l.refund_number, '') and e.id < l.id)
            """.formatted(BillReadings.RANDOM, PENDING));

    /** Lines beside payments of whatever day, each at most once. */
    static final List<String> PAYMENTS = List.of(
            matched(payments(BY_PROVIDER)),
            unlike(payments(BY_PROVIDER)),
            matched(payments(BY_NUMBER)),
            unlike(payments(BY_NUMBER)));

    private static String payments(String join) {
        return """
            (select l.id as line_id, l.fen, l.fee_fen, l.number, l.provider_number, l.line_no, p.id as payment_id,
               p.paid_fen, p.case_id, row_number() over (partition by l.id order by p.id) as of_line,
               row_number() over (partition by p.id order by l.id) as of_payment
             from %s l join payment p on %s
             where l.kind = 'PAYMENT' and %s) q
            """.formatted(PENDING, join, FREE_PAYMENT);
    }

    private static String matched(String pairs) {
        return """
            insert into bill_match (line_id, bill_day, channel, payment_id, fen, fee_fen)
            select q.line_id, cast(:day as date), cast(:channel as varchar(10)), q.payment_id, q.fen, q.fee_fen from %s
            where q.of_line = 1 and q.of_payment = 1 and q.fen = q.paid_fen and not (%s)
            """.formatted(pairs, STRANGE);
    }

    private static String unlike(String pairs) {
        return DIFFERENCE + """
            select %s, cast(:day as date), cast(:channel as varchar(10)), case when q.fen = q.paid_fen then 'FEE_STRANGE' else 'AMOUNT_DIFFERS' end,
              null, 'OPEN', cast(:round as integer), cast(:now as timestamp with time zone), q.line_id, q.payment_id, null, q.case_id, q.number, q.provider_number, q.fen,
              q.paid_fen, q.fee_fen, q.line_no
            from %s
            where q.of_line = 1 and q.of_payment = 1
            """.formatted(BillReadings.RANDOM, pairs);
    }

    private static final String REFUND_PAIRS = """
            (select l.id as line_id, l.fen, l.fee_fen, l.provider_number, l.line_no, r.id as refund_id, r.number,
               r.fen as own_fen, r.state, e.case_id, row_number() over (partition by r.id order by l.id) as of_refund
             from %s l join refund r on r.channel = l.channel and r.number = l.refund_number
               left join payment_exception e on e.id = r.exception_id
             where l.kind = 'REFUND' and %s) q
            """.formatted(PENDING, FREE_REFUND);

    /** Lines beside refunds of ours. */
    static final List<String> REFUNDS =
            List.of("""
            insert into bill_match (line_id, bill_day, channel, refund_id, fen, fee_fen)
            select q.line_id, cast(:day as date), cast(:channel as varchar(10)), q.refund_id, q.fen, q.fee_fen from %s
            where q.of_refund = 1 and q.fen = q.own_fen and q.state = 'SUCCEEDED'
            """.formatted(REFUND_PAIRS), DIFFERENCE + """
            select %s, cast(:day as date), cast(:channel as varchar(10)), 'REFUND_DIFFERS',
              case when q.fen = q.own_fen then 'state' else 'amount' end, 'OPEN', cast(:round as integer), cast(:now as timestamp with time zone), q.line_id, null,
              q.refund_id, q.case_id, q.number, q.provider_number, q.fen, q.own_fen, q.fee_fen, q.line_no
            from %s
            where q.of_refund = 1
            """.formatted(BillReadings.RANDOM, REFUND_PAIRS));

    /** Lines for which we have nothing. */
    static final List<String> REST = List.of(DIFFERENCE + """
            select %s, l.bill_day, l.channel, case when l.kind = 'PAYMENT' then 'CHANNEL_HAS_IT' else 'REFUND_DIFFERS' end,
              case when l.kind = 'PAYMENT' then null else 'unknown' end, 'OPEN', cast(:round as integer), cast(:now as timestamp with time zone), l.id, null, null, p.case_id,
              coalesce(l.refund_number, l.number), l.provider_number, l.fen, null, l.fee_fen, l.line_no
            from %s l left join payment p on p.channel = l.channel and p.number = l.number
            """.formatted(BillReadings.RANDOM, PENDING));

    private static final String OWN_PAYMENTS = """
            p.channel = :channel and p.paid_at >= :judgedFrom and p.paid_at < :judgedUntil and %s
            """.formatted(FREE_PAYMENT);

    /** Movements of ours in the day for which no bill has a line. */
    static final List<String> OURS = List.of(
            DIFFERENCE + """
            select %s, cast(:day as date), p.channel, 'WE_HAVE_IT', null, 'OPEN', cast(:round as integer), cast(:now as timestamp with time zone), null, p.id, null, p.case_id,
              p.number, p.provider_number, null, p.paid_fen, null, null
            from payment p where %s
            """.formatted(BillReadings.RANDOM, OWN_PAYMENTS),
            DIFFERENCE + """
            select %s, cast(:day as date), r.channel, 'REFUND_DIFFERS', 'not-there', 'OPEN', cast(:round as integer), cast(:now as timestamp with time zone), null, null, r.id,
              e.case_id, r.number, null, null, r.fen, null, null
            from refund r left join payment_exception e on e.id = r.exception_id
            where r.channel = :channel and r.state = 'SUCCEEDED' and r.succeeded >= :from and r.succeeded < :until
              and cast(:refundsJudged as boolean) and %s
            """.formatted(BillReadings.RANDOM, FREE_REFUND));

    /** Exceptions that exist for the money already, one click away. */
    static final List<String> EXCEPTIONS = List.of("""
            update reconciliation_difference set
              exception_id = (select e.id from payment_exception e
                where e.channel = reconciliation_difference.channel
                  and e.provider_number = reconciliation_difference.provider_number and e.kind <> 'OURS_ONLY'
                order by e.opened desc limit 1)
            where bill_day = :day and channel = :channel and state = 'OPEN' and exception_id is null
              and kind = 'CHANNEL_HAS_IT'""", """
            update reconciliation_difference set
              exception_id = (select e.id from payment_exception e
                where e.payment_id = reconciliation_difference.payment_id order by e.opened desc limit 1)
            where bill_day = :day and channel = :channel and state = 'OPEN' and exception_id is null
              and kind = 'AMOUNT_DIFFERS'""");
}
