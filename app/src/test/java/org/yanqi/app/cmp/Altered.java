package org.yanqi.app.cmp;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.cert.crmf.PKMACBuilder;
import org.bouncycastle.cert.crmf.jcajce.JcePKMACValuesCalculator;

/** Messages with one thing wrong: with the protection left as it was, or protected again by somebody. */
final class Altered {
    private Altered() {}

    /** The signature no longer fits. */
    static byte[] protection(byte[] message) throws IOException {
        PKIMessage whole = new GeneralPKIMessage(message).toASN1Structure();
        byte[] bits = whole.getProtection().getBytes().clone();
        bits[bits.length - 1] ^= 1;
        return new PKIMessage(whole.getHeader(), whole.getBody(), new DERBitString(bits), whole.getExtraCerts())
                .getEncoded();
    }

    /** Protected by a secret, which nobody here shares. */
    static byte[] bySecret(byte[] message) throws Exception {
        GeneralPKIMessage whole = new GeneralPKIMessage(message);
        return new ProtectedPKIMessageBuilder(
                        whole.getHeader().getSender(), whole.getHeader().getRecipient())
                .setTransactionID(octets(whole.getHeader().getTransactionID()))
                .setSenderNonce(octets(whole.getHeader().getSenderNonce()))
                .setRecipNonce(octets(whole.getHeader().getRecipNonce()))
                .setBody(whole.getBody())
                .build(new PKMACBuilder(new JcePKMACValuesCalculator().setProvider(Crypto.PROVIDER))
                        .build("secret".toCharArray()))
                .toASN1Structure()
                .getEncoded();
    }

    /** What is changed in a message that is then protected by {@code signer} in its own name. */
    static final class By {
        private final TestPki.Identity signer;
        private GeneralName sender;
        private UnaryOperator<byte[]> nonce = bytes -> bytes;
        private UnaryOperator<byte[]> transaction = bytes -> bytes;
        private UnaryOperator<PKIBody> body = same -> same;

        By(TestPki.Identity signer) {
            this.signer = signer;
            this.sender = new GeneralName(signer.certificate().getSubject());
        }

        By calling(GeneralName himself) {
            this.sender = himself;
            return this;
        }

        By otherNonce() {
            this.nonce = Altered::flipped;
            return this;
        }

        By otherTransaction() {
            this.transaction = Altered::flipped;
            return this;
        }

        By body(UnaryOperator<PKIBody> change) {
            this.body = change;
            return this;
        }

        byte[] of(byte[] message) throws Exception {
            GeneralPKIMessage whole = new GeneralPKIMessage(message);
            return new ProtectedPKIMessageBuilder(sender, whole.getHeader().getRecipient())
                    .setTransactionID(transaction.apply(octets(whole.getHeader().getTransactionID())))
                    .setSenderNonce(octets(whole.getHeader().getSenderNonce()))
                    .setRecipNonce(nonce.apply(octets(whole.getHeader().getRecipNonce())))
                    .addCMPCertificate(signer.certificate())
                    .setBody(body.apply(whole.getBody()))
                    .build(Station.signer(
                            signer.certificate().getSubjectPublicKeyInfo(),
                            signer.keys().getPrivate()))
                    .toASN1Structure()
                    .getEncoded();
        }
    }

    private static byte[] octets(ASN1OctetString string) {
        return string.getOctets();
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[0] ^= 1;
        return other;
    }
}
