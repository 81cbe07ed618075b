package org.yanqi.agent.job;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.yanqi.agent.crypto.Certificates;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.key.AllKeys;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.KeyTrouble.Kind;
import org.yanqi.agent.product.ProductTrouble;
import org.yanqi.agent.ticket.Ticket;

/**
 * Operation {@code sign-in}: signs what binds the site and its nonce with the key in force, so that the signature is of
 * use to no other site and no second time. Which key, the customer says on the agent's page.
 */
final class SignIn implements Operation {
    private final AllKeys reader;

    SignIn(AllKeys reader) {
        this.reader = reader;
    }

    @Override
    public boolean tellsStages() {
        return false;
    }

    @Override
    public void run(Job job) throws JobFailed, KeyTrouble, ProductTrouble, InterruptedException {
        KeyChoice choice = new KeyChoice(reader.inserted());
        var candidates = choice.certified();
        job.reach(Stage.KEY_READ);
        PinPrompt.Opened opened = job.askPin(candidates);
        try (var open = opened.open()) {
            job.reach(Stage.PIN_ACCEPTED);
            Container container = KeyChoice.inForce(opened.key())
                    .orElseThrow(() -> new KeyTrouble(Kind.UNREADABLE, "the certificate is gone"));
            byte[] signature = open.sign(container.id(), statement(container.algorithm(), job.ticket()));
            job.stopIfCancelled();
            job.product().signIn(certificate(container), signature);
            job.reach(Stage.ANSWERED);
        }
    }

    /** The hash of the origin and the hash of the nonce as the ticket has it (web-eid's design). */
    private static byte[] statement(KeyAlgorithm algorithm, Ticket ticket) throws KeyTrouble {
        try {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(algorithm.hash(ticket.origin().getBytes(StandardCharsets.UTF_8)));
            both.writeBytes(algorithm.hash(ticket.requireNonce().getBytes(StandardCharsets.US_ASCII)));
            return both.toByteArray();
        } catch (GeneralSecurityException defect) {
            throw new KeyTrouble(Kind.UNREADABLE, "no such hash", defect);
        }
    }

    private static byte[] certificate(Container container) throws KeyTrouble {
        var certificate = container.certificate();
        if (certificate == null) {
            throw new KeyTrouble(Kind.UNREADABLE, "the certificate is gone");
        }
        return Certificates.encoded(certificate);
    }

    /** Nobody is known yet to whom a failure could be told. */
    @Override
    public void tellFailure(Job job, JobFailed failed) {}
}
