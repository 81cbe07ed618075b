package org.yanqi.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** The sandbox's mailbox. */
final class Mailbox {
    private Mailbox() {}

    /** Waits until a mail to this address tells of this. */
    static void receives(String to, String words) {
        await("mail to " + to + " about " + words)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    var mails = TheDemo.demo().get(TheDemo.demo().sandbox("/control/mails"));
                    return mails.contains(to) && mails.contains(words);
                });
    }
}
