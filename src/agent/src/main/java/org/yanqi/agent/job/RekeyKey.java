package org.yanqi.agent.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.crypto.CertificateRequest;
import org.yanqi.agent.crypto.Certificates;
import org.yanqi.agent.job.StepWatcher.Step;
import org.yanqi.agent.key.AllKeys;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.KeyTrouble.Kind;
import org.yanqi.agent.key.SignedRequest;
import org.yanqi.agent.key.UnlockedKey;
import org.yanqi.agent.key.UsbKey;
import org.yanqi.agent.product.Issued;
import org.yanqi.agent.product.ProductTrouble;
import org.yanqi.agent.ticket.Ticket;

/**
 * Operation {@code rekey}: a new pair and certificate on the key, proven to be there before the old one is replaced
 * (R7). What is already on the key for the order item is continued, never made again.
 */
final class RekeyKey implements Operation {
    private final AllKeys reader;
    private final StepWatcher watcher;

    RekeyKey(AllKeys reader, StepWatcher watcher) {
        this.reader = reader;
        this.watcher = watcher;
    }

    @Override
    public void run(Job job) throws JobFailed, KeyTrouble, ProductTrouble, InterruptedException {
        Ticket ticket = job.ticket();
        KeyChoice choice = new KeyChoice(reader.inserted());
        UsbKey key = choice.choose(ticket, choice.tell(job));
        watcher.taken(Step.FOUND_TOLD);
        job.reach(Stage.KEY_READ);
        if (begun(key, ticket).isEmpty() && key.freeSlots() == 0) {
            throw new KeyTrouble(Kind.KEY_FULL, "no slot is free for a new pair");
        }
        try (UnlockedKey open = job.askPin(key)) {
            watcher.taken(Step.PIN_ACCEPTED);
            job.reach(Stage.PIN_ACCEPTED);
            Container fresh = pair(job, key, open);
            SignedRequest request = request(ticket, key, open, fresh);
            Issued issued = certificate(job, request);
            write(job, key, open, fresh, issued);
            confirm(job, key, open, fresh, issued);
        }
    }

    private static Optional<Container> begun(UsbKey key, Ticket ticket) throws KeyTrouble {
        return key.containers().stream()
                .filter(container ->
                        container.madeFor(ticket.requireItem()) && container.algorithm() == ticket.requireAlgorithm())
                .findFirst();
    }

    private Container pair(Job job, UsbKey key, UnlockedKey open) throws KeyTrouble, JobFailed, InterruptedException {
        job.stopIfCancelled();
        Ticket ticket = job.ticket();
        Optional<Container> begun = begun(key, ticket);
        Container fresh =
                begun.isPresent() ? begun.get() : open.generate(ticket.requireAlgorithm(), ticket.requireItem());
        watcher.taken(Step.PAIR_GENERATED);
        job.reach(Stage.KEY_GENERATED);
        return fresh;
    }

    private SignedRequest request(Ticket ticket, UsbKey key, UnlockedKey open, Container fresh) throws KeyTrouble {
        if (fresh.request() != null) {
            return fresh.request();
        }
        Container old = KeyChoice.carrying(key, ticket)
                .orElseThrow(() -> new KeyTrouble(Kind.KEY_REMOVED, "the old certificate is gone"));
        X509CertificateHolder replaced = present(old.certificate());
        try {
            byte[] csr = CertificateRequest.build(
                    replaced.getSubject(), fresh.publicKey(), data -> open.sign(fresh.id(), data));
            SignedRequest request = new SignedRequest(csr, open.sign(old.id(), csr));
            open.keepRequest(fresh.id(), request);
            watcher.taken(Step.REQUEST_KEPT);
            return request;
        } catch (KeyTrouble trouble) {
            throw trouble;
        } catch (Exception defect) {
            throw new KeyTrouble(Kind.UNREADABLE, "the request could not be built", defect);
        }
    }

    private Issued certificate(Job job, SignedRequest request) throws JobFailed, ProductTrouble, InterruptedException {
        job.stopIfCancelled();
        Optional<Issued> issued = job.product().request(request);
        watcher.taken(Step.REQUEST_SENT);
        job.reach(Stage.REQUEST_SENT);
        for (int asked = 0; issued.isEmpty(); asked++) {
            if (asked == job.pace().polls()) {
                throw new ProductTrouble("not-issued-yet", "the certificate is not there yet", null);
            }
            job.stopIfCancelled();
            Thread.sleep(job.pace().poll().toMillis());
            issued = job.product().result();
        }
        watcher.taken(Step.CERTIFICATE_RECEIVED);
        job.reach(Stage.ISSUED);
        job.stopIfCancelled();
        return issued.get();
    }

    private void write(Job job, UsbKey key, UnlockedKey open, Container fresh, Issued issued)
            throws JobFailed, KeyTrouble, ProductTrouble, InterruptedException {
        X509CertificateHolder signing = parse(issued.signingCertificate());
        if (!Arrays.equals(publicKey(signing), fresh.publicKey())) {
            throw new JobFailed("internal", "the certificate delivered is for another key");
        }
        Container present = again(key, fresh);
        if (!Arrays.equals(encoded(present.certificate()), issued.signingCertificate())) {
            open.writeCertificate(fresh.id(), signing);
        }
        watcher.taken(Step.CERTIFICATE_WRITTEN);
        byte[] encryption = issued.encryptionCertificate();
        byte[] envelope = issued.envelope();
        if (encryption != null && envelope != null) {
            if (!Arrays.equals(encoded(present.encryptionCertificate()), encryption)) {
                open.importEncryption(fresh.id(), parse(encryption), envelope);
            }
            watcher.taken(Step.ENCRYPTION_IMPORTED);
        }
        job.reach(Stage.WRITTEN);
    }

    private void confirm(Job job, UsbKey key, UnlockedKey open, Container fresh, Issued issued)
            throws KeyTrouble, ProductTrouble, InterruptedException {
        byte[] written = ReadBack.of(key, open, fresh.id(), issued);
        watcher.taken(Step.READ_BACK);
        job.reach(Stage.READ_BACK);
        String statement = "yanqi-confirm\n" + job.ticket().origin() + "\n" + issued.nonce();
        byte[] signature = open.sign(fresh.id(), statement.getBytes(StandardCharsets.UTF_8));
        job.product().confirm(written, issued.encryptionCertificate(), signature);
        watcher.taken(Step.CONFIRMED);
        key.activate(fresh.id());
        watcher.taken(Step.ACTIVATED);
        job.reach(Stage.CONFIRMED);
    }

    private static Container again(UsbKey key, Container fresh) throws KeyTrouble {
        return key.containers().stream()
                .filter(container -> container.id().equals(fresh.id()))
                .findFirst()
                .orElseThrow(() -> new KeyTrouble(Kind.UNREADABLE, "the new pair is gone"));
    }

    private static byte @Nullable [] encoded(@Nullable X509CertificateHolder certificate) {
        return certificate == null ? null : Certificates.encoded(certificate);
    }

    private static byte[] publicKey(X509CertificateHolder certificate) throws JobFailed {
        try {
            return certificate.getSubjectPublicKeyInfo().getEncoded();
        } catch (IOException unreadable) {
            throw new JobFailed("internal", "the certificate delivered cannot be read");
        }
    }

    private static X509CertificateHolder parse(byte[] der) throws JobFailed {
        try {
            return new X509CertificateHolder(der);
        } catch (IOException unreadable) {
            throw new JobFailed("internal", "the certificate delivered cannot be read", null, null, unreadable);
        }
    }

    private static X509CertificateHolder present(@Nullable X509CertificateHolder certificate) throws KeyTrouble {
        if (certificate == null) {
            throw new KeyTrouble(Kind.UNREADABLE, "the old certificate is gone");
        }
        return certificate;
    }
}
