package org.yanqi.app.cmp;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CertOrEncCert;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.CertifiedKeyPair;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.RevRepContentBuilder;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** An authority that issues whatever it is asked for, for tests of what the product does around it; OpenSSL's returns one certificate only. */
public final class TestCa {
    /** A first certificate is soon to be renewed. */
    private static final Duration FIRST = Duration.ofDays(35);

    private static final Duration RENEWED = Duration.ofDays(35 + 366);

    private final TestPki pki;
    private final TestPki.Identity responder;
    private final Map<String, X509CertificateHolder> issued = new HashMap<>();
    private final List<Integer> heard = new ArrayList<>();
    private long serial = 77_000;
    private String refusedConfirmation = "";

    public TestCa(TestPki pki, TestPki.Identity responder) {
        this.pki = pki;
        this.responder = responder;
    }

    /** The next confirmation is refused in these words. */
    public synchronized void refuseConfirmation(String words) {
        refusedConfirmation = words;
    }

    /** Kinds of the messages that came, in their order. */
    public synchronized List<Integer> heard() {
        return List.copyOf(heard);
    }

    /** Behind a {@link Bridge}. */
    public synchronized Bridge.Answer post(String path, @Nullable String type, byte[] body) throws Exception {
        return new Bridge.Answer(200, "application/pkixcmp", answer(body));
    }

    /** The registration authority as this one knows it. */
    public static Path registration(Path folder, TestPki pki, String password) {
        return TestPki.pkcs12(
                folder.resolve("registration.p12"),
                password,
                pki.identity("C=CN,O=Yanqi,CN=Registration", TestPki.ec()));
    }

    private byte[] answer(byte[] request) throws Exception {
        GeneralPKIMessage asked = new GeneralPKIMessage(request);
        heard.add(asked.getBody().getType());
        PKIHeader header = asked.getHeader();
        return new ProtectedPKIMessageBuilder(
                        new GeneralName(responder.certificate().getSubject()), header.getSender())
                .setTransactionID(header.getTransactionID().getOctets())
                .setSenderNonce(Crypto.random())
                .setRecipNonce(header.getSenderNonce().getOctets())
                .addCMPCertificate(responder.certificate())
                .setBody(body(asked))
                .build(Station.signer(
                        responder.certificate().getSubjectPublicKeyInfo(),
                        responder.keys().getPrivate()))
                .toASN1Structure()
                .getEncoded();
    }

    private PKIBody body(GeneralPKIMessage asked) throws IOException {
        switch (asked.getBody().getType()) {
            case PKIBody.TYPE_KEY_UPDATE_REQ -> {
                CertTemplate wanted = CertReqMessages.getInstance(
                                asked.getBody().getContent())
                        .toCertReqMsgArray()[0]
                        .getCertReq()
                        .getCertTemplate();
                return issue(asked, PKIBody.TYPE_KEY_UPDATE_REP, 0, wanted.getSubject(), wanted.getPublicKey());
            }
            case PKIBody.TYPE_P10_CERT_REQ -> {
                CertificationRequest wanted =
                        CertificationRequest.getInstance(asked.getBody().getContent());
                return issue(
                        asked,
                        PKIBody.TYPE_CERT_REP,
                        -1,
                        wanted.getCertificationRequestInfo().getSubject(),
                        wanted.getCertificationRequestInfo().getSubjectPublicKeyInfo());
            }
            case PKIBody.TYPE_REVOCATION_REQ -> {
                return new PKIBody(
                        PKIBody.TYPE_REVOCATION_REP,
                        new RevRepContentBuilder()
                                .add(new PKIStatusInfo(PKIStatus.granted))
                                .build());
            }
            default -> {
                String words = refusedConfirmation;
                refusedConfirmation = "";
                return words.isEmpty()
                        ? new PKIBody(PKIBody.TYPE_CONFIRM, DERNull.INSTANCE)
                        : new PKIBody(
                                PKIBody.TYPE_ERROR,
                                new ErrorMsgContent(new PKIStatusInfo(
                                        PKIStatus.rejection,
                                        new PKIFreeText(words),
                                        new PKIFailureInfo(PKIFailureInfo.badRequest))));
            }
        }
    }

    private PKIBody issue(GeneralPKIMessage asked, int type, int number, X500Name subject, SubjectPublicKeyInfo key)
            throws IOException {
        PublicKey plain = BouncyCastleProvider.getPublicKey(key);
        X509CertificateHolder certificate = issued.computeIfAbsent(
                asked.getHeader().getTransactionID().toString(),
                none -> pki.certificate(
                        subject.toString(),
                        new KeyPair(plain, null),
                        BigInteger.valueOf(++serial),
                        type == PKIBody.TYPE_CERT_REP ? FIRST : RENEWED));
        return new PKIBody(type, new CertRepMessage(null, new CertResponse[] {
            new CertResponse(
                    new ASN1Integer(number),
                    new PKIStatusInfo(PKIStatus.granted),
                    new CertifiedKeyPair(new CertOrEncCert(new CMPCertificate(certificate.toASN1Structure()))),
                    null)
        }));
    }
}
