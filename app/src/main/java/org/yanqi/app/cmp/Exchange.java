package org.yanqi.app.cmp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;

/**
 * Sends a message and believes only the answer to it (RFC 9483 §3.5): the same transaction, our nonce, a signature of the
 * authority itself, or a MAC where a secret is shared with it, and nothing else then. Everything else proves nothing, so
 * the outcome stays unknown.
 */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class Exchange {
    private final Post post;
    private final Trust trust;
    private final X500Name responder;
    private final @Nullable SharedSecret secret;

    Exchange(Post post, Trust trust, CmpProperties properties, Protection station) {
        this.post = post;
        this.trust = trust;
        this.secret = station instanceof SharedSecret shared ? shared : null;
        this.responder = new X500Name(properties.expectedResponder());
    }

    /** An exchange of which the authority certainly heard nothing. */
    static final class Unheard extends NoAnswer {
        private static final long serialVersionUID = 1L;

        Unheard(IOException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    /** @throws Unheard if the message did not leave the house */
    Answer send(byte[] message) throws NoAnswer {
        byte[] bytes;
        try {
            bytes = post.exchange(message);
        } catch (Post.NotSent e) {
            throw new Unheard(e);
        } catch (IOException e) {
            throw new NoAnswer("the authority: " + e.getMessage(), e);
        }
        try {
            return believe(new GeneralPKIMessage(message).getHeader(), new GeneralPKIMessage(bytes));
        } catch (Disbelief e) {
            throw new NoAnswer("an answer that proves nothing: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            // broken bytes come out of the library as exceptions of many kinds
            throw new NoAnswer("an answer that cannot be read", e);
        }
    }

    private Answer believe(PKIHeader ours, GeneralPKIMessage answer) throws Disbelief {
        PKIHeader header = answer.getHeader();
        int version = header.getPvno().intValueExact();
        require(version == PKIHeader.CMP_2000 || version == PKIHeader.CMP_2021, "version " + version);
        require(isSame(ours.getTransactionID(), header.getTransactionID()), "another transaction");
        require(isSame(ours.getSenderNonce(), header.getRecipNonce()), "another nonce");
        ASN1OctetString nonce = header.getSenderNonce();
        require(nonce != null && nonce.getOctetsLength() >= 16 && nonce.getOctetsLength() <= 64, "no nonce of its own");
        require(answer.hasProtection(), "not protected");
        ProtectedPKIMessage whole = new ProtectedPKIMessage(answer);
        List<X509CertificateHolder> enclosed = List.of(whole.getCertificates());
        if (secret == null) {
            verify(whole, enclosed);
        } else {
            require(secret.protects(whole), "not protected by the secret that is shared");
        }
        return new Answer(
                answer.getBody(),
                nonce.getOctets(),
                enclosed,
                has(header, CMPObjectIdentifiers.it_implicitConfirm.getId()) != null,
                confirmBy(header));
    }

    /** The sender is the authority's responder by name, and one of the certificates of that name made the signature. */
    private void verify(ProtectedPKIMessage message, List<X509CertificateHolder> enclosed) throws Disbelief {
        GeneralName sender = message.getHeader().getSender();
        require(
                sender.getTagNo() == GeneralName.directoryName
                        && responder.equals(X500Name.getInstance(sender.getName())),
                "sent by " + sender.getName());
        require(
                !message.hasPasswordBasedMacProtection() && Crypto.isSound(message.getProtectionAlgorithm()),
                "protected by " + message.getProtectionAlgorithm().getAlgorithm());
        List<X509CertificateHolder> candidates = new ArrayList<>(enclosed);
        candidates.addAll(trust.anchors());
        for (X509CertificateHolder one : candidates) {
            if (one.getSubject().equals(responder) && mayProtect(one) && isSignedBy(message, one)) {
                try {
                    trust.issuersOf(one, enclosed);
                    return;
                } catch (GeneralSecurityException e) {
                    throw new Disbelief("protected by a certificate that is not trusted: " + e.getMessage());
                }
            }
        }
        throw new Disbelief("protection does not hold");
    }

    private static boolean mayProtect(X509CertificateHolder certificate) {
        Extension usage = certificate.getExtension(Extension.keyUsage);
        return usage == null || KeyUsage.getInstance(usage.getParsedValue()).hasUsages(KeyUsage.digitalSignature);
    }

    private static boolean isSignedBy(ProtectedPKIMessage message, X509CertificateHolder certificate) {
        try {
            return message.verify(new JcaContentVerifierProviderBuilder()
                    .setProvider(Crypto.PROVIDER)
                    .build(certificate.getSubjectPublicKeyInfo()));
        } catch (CMPException | OperatorCreationException | RuntimeException e) {
            // a key that does not fit the algorithm proves nothing
            return false;
        }
    }

    private static @Nullable Instant confirmBy(PKIHeader header) throws Disbelief {
        InfoTypeAndValue told = has(header, CMPObjectIdentifiers.it_confirmWaitTime.getId());
        if (told == null) {
            return null;
        }
        try {
            return ASN1GeneralizedTime.getInstance(told.getInfoValue())
                    .getDate()
                    .toInstant();
        } catch (ParseException e) {
            throw new Disbelief("a confirmWaitTime that is no time");
        }
    }

    private static @Nullable InfoTypeAndValue has(PKIHeader header, String type) {
        InfoTypeAndValue[] all = header.getGeneralInfo();
        return all == null
                ? null
                : Arrays.stream(all)
                        .filter(one -> one.getInfoType().getId().equals(type))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isSame(@Nullable ASN1OctetString ours, @Nullable ASN1OctetString theirs) {
        return ours != null && theirs != null && Arrays.equals(ours.getOctets(), theirs.getOctets());
    }

    private static void require(boolean condition, String otherwise) throws Disbelief {
        if (!condition) {
            throw new Disbelief(otherwise);
        }
    }

    private static final class Disbelief extends Exception {
        private static final long serialVersionUID = 1L;

        Disbelief(String reason) {
            super(reason);
        }
    }
}
