package org.yanqi.agent.job;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.yanqi.agent.key.AllKeys;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.KeyTrouble.Kind;
import org.yanqi.agent.key.UnlockedKey;
import org.yanqi.agent.key.UsbKey;
import org.yanqi.agent.product.ProductTrouble;

/**
 * Operation {@code self-test}: opens a message that the product encrypted to a certificate on the key, in force or kept
 * for old bids (R4). What was not made for this test is not handed out, whoever encrypted it.
 */
final class SelfTest implements Operation {
    private static final byte[] PREFIX = "yanqi-self-test\n".getBytes(StandardCharsets.US_ASCII);
    private static final int RANDOM_PART = 32;

    private final AllKeys reader;

    SelfTest(AllKeys reader) {
        this.reader = reader;
    }

    @Override
    public boolean tellsStages() {
        return false;
    }

    @Override
    public void run(Job job) throws JobFailed, KeyTrouble, ProductTrouble, InterruptedException {
        UsbKey key = new KeyChoice(reader.inserted()).choose(job.ticket());
        job.reach(Stage.KEY_READ);
        try (UnlockedKey open = job.askPin(key)) {
            job.reach(Stage.PIN_ACCEPTED);
            Container container = KeyChoice.carrying(key, job.ticket())
                    .orElseThrow(() -> new KeyTrouble(Kind.UNREADABLE, "the certificate is gone"));
            byte[] plaintext = open.decrypt(container.id(), job.ticket().requireChallenge());
            if (!isOurs(plaintext)) {
                throw new KeyTrouble(Kind.NOT_DECRYPTED, "the message was not made for a self-test");
            }
            job.stopIfCancelled();
            job.product().selfTest(plaintext);
            job.reach(Stage.ANSWERED);
        }
    }

    @Override
    public void tellFailure(Job job, JobFailed failed) {
        if (WORTH_TELLING.contains(failed.code())) {
            try {
                job.product().selfTestFailed(failed.code());
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isOurs(byte[] plaintext) {
        return plaintext.length == PREFIX.length + RANDOM_PART
                && Arrays.equals(Arrays.copyOf(plaintext, PREFIX.length), PREFIX);
    }
}
