package org.yanqi.sandbox.wire;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yanqi.sandbox.wire.Callback.State;

/**
 * Sends callbacks until they are accepted, with the services' growing pauses compressed so that a rehearsal need not last
 * a day. A service that is down or failing sends nothing; its callbacks wait.
 */
public final class Callbacks {
    /** What happens to new callbacks of a service. */
    public enum Manner {
        /** Sent at once. */
        NORMAL,
        /** Kept back, as if they had got lost. */
        WITHHELD,
        /** Each sent twice, as happens. */
        DOUBLED,
        /** Sent after a while only. */
        LATE,
        /** Of two, the second is sent before the first; one that stays alone is late. */
        REVERSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final int KEPT = 500;
    private static final Duration USUALLY_LATE = Duration.ofSeconds(20);
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+.*");

    private final Clock clock;
    private final Switchboard switches;
    private final ScheduledExecutorService timer;
    private final List<Duration> schedule;
    private final Shelf<Callback> callbacks;
    private final Shelf<Manner> manners;
    private final Map<String, CallbackFormat> formats = new ConcurrentHashMap<>();
    private final Map<String, String> first = new ConcurrentHashMap<>();
    private final HttpClient http;
    private volatile Duration lateness = USUALLY_LATE;

    /**
     * Callbacks repeated after each of these pauses.
     *
     * @param timer also runs the sending
     */
    public Callbacks(
            Clock clock,
            Shelves shelves,
            Switchboard switches,
            ScheduledExecutorService timer,
            List<Duration> schedule) {
        this.clock = clock;
        this.switches = switches;
        this.timer = timer;
        this.schedule = List.copyOf(schedule);
        this.callbacks = shelves.open("callbacks", Callback.class);
        this.manners = shelves.open("callback-manners", Manner.class);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Teaches how a service writes. */
    public void teach(String service, CallbackFormat format) {
        formats.put(service, format);
    }

    /** Takes up what an earlier run still owed; call once all formats are known. */
    public void resume() {
        callbacks.all().stream().filter(c -> c.state() == State.PENDING).forEach(c -> later(c.id(), Duration.ZERO));
    }

    /**
     * Owes a message from now on; an address that is none is ignored, as the real services do.
     *
     * @param about the merchant's number that it is about, or empty
     */
    public void owe(String service, String kind, String about, String url, String payload) {
        if (!ADDRESS.matcher(url).matches()) {
            LOG.warn("{} has no address to send {} to", service, kind);
            return;
        }
        Manner manner = manner(service);
        State state = manner == Manner.WITHHELD ? State.WITHHELD : State.PENDING;
        String id = Crypto.word(32);
        callbacks.put(id, new Callback(id, service, kind, about, url, payload, clock.instant(), 0, state, null));
        trim();
        switch (manner) {
            case WITHHELD -> LOG.debug("callback {} is kept back", id);
            case NORMAL -> later(id, Duration.ZERO);
            case LATE -> later(id, lateness);
            case REVERSED -> reversed(service, id);
            case DOUBLED -> {
                later(id, Duration.ZERO);
                timer.execute(() -> send(id, false, false));
            }
        }
    }

    private void reversed(String service, String id) {
        String before = first.remove(service);
        if (before == null) {
            first.put(service, id);
            later(id, lateness);
        } else {
            timer.execute(() -> {
                attempt(id);
                attempt(before);
            });
        }
    }

    /** All that are remembered, newest last. */
    public List<Callback> all() {
        return callbacks.all();
    }

    /** What happens to new callbacks of a service. */
    public Manner manner(String service) {
        return manners.find(service).orElse(Manner.NORMAL);
    }

    /** How late late callbacks are from now on. */
    public void late(Duration by) {
        lateness = by;
    }

    /** Says what shall happen to new callbacks of a service. */
    public void treat(String service, String manner) {
        try {
            manners.put(service, Manner.valueOf(manner.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "UNKNOWN_MANNER", "回调方式须为 normal、withheld、doubled、late 或 reversed", e);
        }
    }

    /**
     * Sends one now, whatever became of it before.
     *
     * @return what came back
     * @throws Refusal 404 if it is not known
     */
    public String sendNow(String id, boolean forged) {
        return send(id, forged, false);
    }

    private String send(String id, boolean forged, boolean repeat) {
        Callback callback = callbacks.find(id).orElseThrow(() -> new Refusal(404, "UNKNOWN_CALLBACK", "没有这条回调"));
        CallbackFormat format = formats.get(callback.service());
        if (format == null) {
            return "no format";
        }
        boolean accepted = false;
        String answer;
        try {
            HttpResponse<String> response =
                    http.send(format.request(callback, forged), HttpResponse.BodyHandlers.ofString());
            accepted = format.accepts(response.statusCode(), response.body());
            answer = response.statusCode() + " "
                    + response.body().substring(0, Math.min(120, response.body().length()));
        } catch (IOException e) {
            answer = "no answer: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
        if (!forged) {
            settle(callback, accepted, answer, repeat);
        }
        return answer;
    }

    private void settle(Callback callback, boolean accepted, String answer, boolean repeat) {
        boolean over = callback.attempts() >= schedule.size();
        State next = accepted ? State.DELIVERED : !repeat ? callback.state() : over ? State.GIVEN_UP : State.PENDING;
        callbacks.change(callback.id(), c -> c.sent(c.state() == State.DELIVERED ? State.DELIVERED : next, answer));
        if (repeat && next == State.PENDING) {
            later(callback.id(), schedule.get(callback.attempts()));
        }
    }

    private void later(String id, Duration pause) {
        try {
            timer.schedule(() -> attempt(id), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping: callback {} waits for the next start", id, e);
        }
    }

    private void attempt(String id) {
        try {
            Callback callback = callbacks.find(id).orElse(null);
            if (callback == null || callback.state() != State.PENDING) {
                return;
            }
            Switchboard.Mode mode = switches.mode(callback.service());
            if (mode == Switchboard.Mode.DOWN || mode == Switchboard.Mode.FAILING) {
                later(id, Duration.ofSeconds(1));
            } else {
                send(id, false, true);
            }
        } catch (RuntimeException e) {
            LOG.warn("callback {} could not be sent", id, e);
        }
    }

    private void trim() {
        List<Callback> all = callbacks.all();
        all.stream()
                .limit(Math.max(0, all.size() - KEPT))
                .filter(c -> c.state() != State.PENDING)
                .forEach(c -> callbacks.remove(c.id()));
    }
}
