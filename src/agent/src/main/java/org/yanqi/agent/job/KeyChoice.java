package org.yanqi.agent.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.crypto.Certificates;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.UsbKey;
import org.yanqi.agent.product.FoundKey;
import org.yanqi.agent.product.FoundKey.FoundCertificate;
import org.yanqi.agent.product.ProductTrouble;
import org.yanqi.agent.product.Verdict;
import org.yanqi.agent.ticket.Ticket;

/** Finds, among the keys plugged in, the one that carries the ticket's certificate. */
final class KeyChoice {
    private final List<UsbKey> inserted;

    KeyChoice(List<UsbKey> inserted) {
        this.inserted = inserted;
    }

    /** Tells the product what is plugged in. */
    Verdict tell(Job job) throws KeyTrouble, ProductTrouble, InterruptedException {
        List<FoundKey> keys = new ArrayList<>();
        for (UsbKey key : inserted) {
            keys.add(new FoundKey(key.serial(), key.kind(), key.freeSlots(), certificates(key)));
        }
        return job.product().found(keys);
    }

    /**
     * The right key.
     *
     * @throws JobFailed none, wrong-key or several-keys, with what was found
     */
    UsbKey choose(Ticket ticket, Verdict verdict) throws JobFailed, KeyTrouble {
        if (verdict.matches()) {
            Optional<UsbKey> right = carrying(ticket);
            if (right.isPresent()) {
                return right.get();
            }
        }
        throw refusal(verdict);
    }

    /** The key that carries the ticket's certificate, where nobody but the agent judges. */
    UsbKey choose(Ticket ticket) throws JobFailed, KeyTrouble {
        Optional<UsbKey> right = carrying(ticket);
        if (right.isPresent()) {
            return right.get();
        }
        throw refusal(new Verdict("other-key", null));
    }

    /** The keys that hold a certificate in force. */
    List<UsbKey> certified() throws JobFailed, KeyTrouble {
        List<UsbKey> certified = new ArrayList<>();
        for (UsbKey key : inserted) {
            if (inForce(key).isPresent()) {
                certified.add(key);
            }
        }
        if (certified.isEmpty()) {
            throw refusal(new Verdict("none", null));
        }
        return certified;
    }

    /** The container in force, if it has a certificate. */
    static Optional<Container> inForce(UsbKey key) throws KeyTrouble {
        return key.containers().stream()
                .filter(container -> container.state() == ContainerState.CURRENT && container.certificate() != null)
                .findFirst();
    }

    private Optional<UsbKey> carrying(Ticket ticket) throws KeyTrouble {
        for (UsbKey key : inserted) {
            if (carrying(key, ticket).isPresent()) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** Why these keys will not do. */
    JobFailed refusal(Verdict verdict) throws KeyTrouble {
        String code = inserted.isEmpty() ? "none" : inserted.size() > 1 ? "several-keys" : "wrong-key";
        List<FoundSummary> found = new ArrayList<>();
        for (UsbKey key : inserted) {
            found.add(summary(key));
        }
        String detail = verdict.message() == null ? verdict.verdict() : verdict.message();
        return new JobFailed(code, detail, null, found, null);
    }

    /** The container on the key that holds the ticket's certificate. */
    static Optional<Container> carrying(UsbKey key, Ticket ticket) throws KeyTrouble {
        return key.containers().stream()
                .filter(container -> is(container.certificate(), ticket.requireCertificate()))
                .findFirst();
    }

    private static boolean is(@Nullable X509CertificateHolder certificate, Ticket.Subject wanted) {
        return certificate != null
                && certificate.getSerialNumber().equals(wanted.serial())
                && sameName(certificate.getIssuer(), wanted.issuer());
    }

    /** Names are written in either order (RFC 2253 reverses it), so both readings count. */
    private static boolean sameName(X500Name actual, String written) {
        try {
            return actual.equals(new X500Name(written))
                    || actual.equals(X500Name.getInstance(new X500Principal(written).getEncoded()));
        } catch (IllegalArgumentException notAName) {
            return false;
        }
    }

    private static List<FoundCertificate> certificates(UsbKey key) throws KeyTrouble {
        List<FoundCertificate> certificates = new ArrayList<>();
        for (Container container : key.containers()) {
            // A pair that is not confirmed yet is nobody's certificate so far.
            if (container.state() != ContainerState.NEW) {
                String state = container.state() == ContainerState.CURRENT ? "current" : "old";
                add(certificates, "signing", state, container.certificate());
                add(certificates, "encryption", state, container.encryptionCertificate());
            }
        }
        return certificates;
    }

    private static void add(
            List<FoundCertificate> list, String role, String state, @Nullable X509CertificateHolder certificate) {
        if (certificate != null) {
            list.add(new FoundCertificate(role, state, Certificates.encoded(certificate)));
        }
    }

    private static FoundSummary summary(UsbKey key) throws KeyTrouble {
        return inForce(key)
                .map(Container::certificate)
                .map(certificate -> new FoundSummary(
                        key.serial(),
                        Certificates.holder(certificate),
                        certificate.getSerialNumber().toString(16),
                        certificate.getNotAfter().toInstant().toString()))
                .orElseGet(() -> new FoundSummary(key.serial(), null, null, null));
    }
}
