package org.yanqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yanqi.sandbox.wire.Callback;
import org.yanqi.sandbox.wire.CallbackFormat;
import org.yanqi.sandbox.wire.Callbacks;
import org.yanqi.sandbox.wire.Shelves;
import org.yanqi.sandbox.wire.Switchboard;

/** Callbacks get lost, come late, twice, or in the wrong order when that is to be rehearsed. */
class CallbackMannersTest {
    private static final class Plain implements CallbackFormat {
        @Override
        public HttpRequest request(Callback callback, boolean forged) {
            return HttpRequest.newBuilder(URI.create(callback.url()))
                    .POST(HttpRequest.BodyPublishers.ofString(callback.payload()))
                    .build();
        }

        @Override
        public boolean accepts(int status, String body) {
            return status == 200;
        }
    }

    @TempDir
    private Path folder;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        timer.shutdownNow();
        receiver.close();
    }

    private Callbacks treating(String manner) {
        Shelves shelves = new Shelves(folder, timer);
        Callbacks callbacks = new Callbacks(
                Clock.systemUTC(), shelves, new Switchboard(shelves, List.of("wechat")), timer, List.of());
        callbacks.teach("wechat", new Plain());
        callbacks.late(Duration.ofMillis(400));
        callbacks.treat("wechat", manner);
        return callbacks;
    }

    private void owe(Callbacks callbacks, String payload) {
        callbacks.owe("wechat", "TEST", "P1", receiver.url(), payload);
    }

    private List<String> bodies() {
        return receiver.all().stream().map(Receiver.Received::body).toList();
    }

    @Test
    void of_two_the_second_comes_first() {
        Callbacks callbacks = treating("reversed");
        owe(callbacks, "first");
        owe(callbacks, "second");

        receiver.await(2);
        assertThat(bodies()).containsExactly("second", "first");
    }

    @Test
    void one_that_stays_alone_is_only_late() {
        owe(treating("reversed"), "alone");

        assertThat(receiver.await(1).body()).isEqualTo("alone");
    }

    @Test
    void a_late_one_comes_and_a_withheld_one_does_not_until_somebody_sends_it() {
        owe(treating("late"), "late");
        receiver.await(1);

        Callbacks callbacks = treating("withheld");
        owe(callbacks, "lost");
        Callback lost = callbacks.all().get(callbacks.all().size() - 1);
        assertThat(lost.state()).isEqualTo(Callback.State.WITHHELD);
        assertThat(lost.about()).isEqualTo("P1");
        callbacks.sendNow(lost.id(), false);

        Awaitility.await().untilAsserted(() -> assertThat(bodies()).containsExactly("late", "lost"));
    }
}
