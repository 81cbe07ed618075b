package org.yanqi.process.payment;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;

/** Puts a callback that was not proven on the record: so many a minute at most, so that a flood fills no table; all are counted. */
@Service
public class RefusedEvent {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedEvent.class);

    private final AppendToRecord log;
    private final MeterRegistry meters;
    private final Clock clock;
    private final int most;
    private long minute;
    private int recorded;

    RefusedEvent(AppendToRecord log, MeterRegistry meters, Clock clock, PaymentSettings settings) {
        this.most = settings.refusalsRecordedAMinute();
        this.log = log;
        this.meters = meters;
        this.clock = clock;
    }

    /** @param reason one of a few sentences of ours, never what the sender sent: it names the metric, too */
    @Transactional
    public void refused(String sender, String reason, String from) {
        meters.counter("yanqi.callbacks.refused", "sender", sender, "reason", reason)
                .increment();
        LOG.warn("callback for {} from {} refused: {}", sender, from, reason);
        if (mayRecord()) {
            log.append(
                    Actor.outside("unproven", from),
                    null,
                    "callback " + sender,
                    "callback-refused",
                    Map.of("sender", sender, "reason", reason, "from", from));
        }
    }

    private synchronized boolean mayRecord() {
        var now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            recorded = 0;
        }
        return recorded++ < most;
    }
}
