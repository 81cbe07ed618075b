package org.yanqi.demo.sample;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yanqi.demo.sample.SamplePlan.Piece;
import org.yanqi.process.payment.reconciliation.SettleDay;
import org.yanqi.process.payment.reconciliation.StartDays;
import org.yanqi.process.worklist.SearchWorkItems;

/**
 * The days' money as finance finds it: each day compared with the gateway's own bills on the morning after and signed off, but for
 * the last one, whose WeChat bill the gateway was told to spoil: it has money that nobody counted, a line that cannot be
 * read, and sums of its own that are not those of its lines. Nobody has looked at these yet.
 */
@Component
class SampleDays {
    /** Bills can be had from 10:10 on. */
    private static final int HOUR = 10;

    private static final int MINUTE = 20;

    /** Seconds from one morning to the next one beyond a day. */
    private static final int LATER = 5;

    private final OutsideControls outside;
    private final StartDays days;
    private final SettleDay settle;
    private final SearchWorkItems workItems;

    SampleDays(OutsideControls outside, StartDays days, SettleDay settle, SearchWorkItems workItems) {
        this.outside = outside;
        this.days = days;
        this.settle = settle;
        this.workItems = workItems;
    }

    /** @param first how many days ago the first bill is fetched */
    List<Piece> of(SampleDay day, int first) {
        var mornings = new ArrayList<Instant>();
        for (var back = first; back >= 0; back--) {
            // later each morning, so that late looks at earlier days have come due already
            var at = day.daysAgo(back, HOUR, MINUTE).plusSeconds((long) LATER * (first - back));
            if (at.isBefore(day.moment())) {
                mornings.add(at);
            }
        }
        var pieces = new ArrayList<Piece>();
        for (var at : mornings) {
            var closed = SampleDay.dateOf(at).minusDays(1);
            var last = pieces.size() + 1 == mornings.size();
            pieces.add(new Piece(at, last ? () -> spoilt(closed) : () -> signed(closed)));
        }
        return pieces;
    }

    private void signed(LocalDate day) throws InterruptedException {
        days.startDue();
        var item = Until.present("a day to sign off", () -> workItems.open("sign-off-day", day.toString()));
        Walk.value(settle.signOff(SampleStaff.staff("caiwu"), item.id(), ""));
    }

    private void spoilt(LocalDate day) throws InterruptedException, IOException {
        outside.spoilBills("wechat", "orphan-row", "garbled-row");
        days.startDue();
        Until.present("a spoilt day to sign off", () -> workItems.open("sign-off-day", day.toString()));
        outside.spoilBills("wechat");
    }
}
