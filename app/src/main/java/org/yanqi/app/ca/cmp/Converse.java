package org.yanqi.app.ca.cmp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.CertConfirmContent;
import org.bouncycastle.asn1.cmp.CertStatus;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PollReqContent;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.ca.cmp.Dialogue.State;
import org.yanqi.app.ca.cmp.UpdateDesk.Decision;
import org.yanqi.process.certificate.MessageProof;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;

/** A key update from its request to its confirmation: kur, pollReq, certConf. A message that is repeated is answered as before. */
@Component
@ConditionalOnProperty("yanqi.ca.cmp.enabled")
class Converse {
    private final UpdateDesk desk;
    private final Dialogues dialogues;
    private final Recognise recognise;
    private final CmpServing serving;

    Converse(UpdateDesk desk, Dialogues dialogues, Recognise recognise, CmpServing serving) {
        this.desk = desk;
        this.dialogues = dialogues;
        this.recognise = recognise;
        this.serving = serving;
    }

    /** @param nonce of the answer that is being made */
    PKIBody update(Question question, String nonce) throws Fault {
        Optional<Dialogue> before = dialogues.find(question.transaction());
        if (before.isPresent()) {
            if (!Arrays.equals(before.get().request(), question.der())) {
                throw new Fault(PKIFailureInfo.transactionIdInUse, "this transaction began with another request");
            }
            return told(before.get(), desk.standing(question.encoded(), question.der()), nonce, Say.waiting());
        }
        recognise.requireCurrent(question);
        Optional<String> flaw = MessageProof.flaw(question.der(), question.certificate());
        if (flaw.isPresent()) {
            throw new Fault(failureOf(flaw.get()), "the request does not prove what it must: " + flaw.get());
        }
        Decision decision = desk.request(question.encoded(), question.der(), question.protection());
        if (decision instanceof Decision.Refused refused) {
            return Say.refused(PKIFailureInfo.notAuthorized, refused.reason());
        }
        dialogues.begin(question.transaction(), question.askedBy(), question.der(), nonce);
        return told(dialogues.find(question.transaction()).orElseThrow(), decision, nonce, Say.waiting());
    }

    PKIBody poll(Question question, String nonce) throws Fault {
        Dialogue dialogue = mine(question);
        PollReqContent asked = PollReqContent.getInstance(question.content());
        if (asked.getCertReqIdValues().length != 1 || asked.getCertReqIdValues()[0].signum() != 0) {
            throw new Fault(PKIFailureInfo.badRequest, "there is one request in this transaction, number 0");
        }
        Decision decision = desk.standing(question.encoded(), dialogue.request());
        return told(dialogue, decision, nonce, Say.askAgain(serving.checkAfter()));
    }

    PKIBody confirm(Question question, String nonce) throws Fault, NoAnswer {
        Optional<Dialogue> found = dialogues.find(question.transaction());
        CertStatus status = only(question);
        boolean accepted = status.getStatusInfo() == null
                || status.getStatusInfo().getStatus().intValue() == PKIStatus.GRANTED;
        State wanted = accepted ? State.CONFIRMED : State.REJECTED;
        if (found.isPresent()
                && found.get().state() == wanted
                && found.get().askedBy().equals(question.askedBy())) {
            return Say.confirmed();
        }
        Dialogue dialogue = mine(question);
        byte[] certificate = dialogue.certificate();
        if (dialogue.state() != State.DELIVERED || certificate == null) {
            throw new Fault(PKIFailureInfo.badRequest, "no certificate waits to be confirmed in this transaction");
        }
        if (status.getCertReqId().intValueExact() != 0
                || !MessageDigest.isEqual(status.getCertHash().getOctets(), hash(certificate))) {
            throw new Fault(PKIFailureInfo.badCertId, "this is not the hash of the certificate that was delivered");
        }
        if (!accepted) {
            desk.reject(certificate, "rejected by its holder");
        } else if (!desk.confirm(question.encoded(), dialogue.request(), certificate)) {
            throw new Fault(PKIFailureInfo.certRevoked, "the certificate was withdrawn meanwhile");
        }
        dialogues.said(dialogue.transaction(), wanted, nonce, null);
        return Say.confirmed();
    }

    /** The dialogue of this holder, if the message answers what we said last. */
    private Dialogue mine(Question question) throws Fault {
        Dialogue dialogue = dialogues
                .find(question.transaction())
                .filter(one -> one.askedBy().equals(question.askedBy()))
                .orElseThrow(() -> new Fault(PKIFailureInfo.badRequest, "there is no such transaction"));
        if (!dialogue.nonce().equals(question.answeredNonce())) {
            throw new Fault(PKIFailureInfo.badRecipientNonce, "this does not answer our last message");
        }
        return dialogue;
    }

    private PKIBody told(Dialogue dialogue, Decision decision, String nonce, PKIBody wait) throws Fault {
        if (decision instanceof Decision.Refused refused) {
            return Say.refused(PKIFailureInfo.notAuthorized, refused.reason());
        }
        if (decision instanceof Decision.Issued issued) {
            State state = dialogue.state() == State.REQUESTED ? State.DELIVERED : dialogue.state();
            dialogues.said(dialogue.transaction(), state, nonce, issued.certificate());
            try {
                return Say.issued(new X509CertificateHolder(issued.certificate()));
            } catch (IOException e) {
                throw new IllegalStateException("a certificate of ours cannot be read", e);
            }
        }
        dialogues.said(dialogue.transaction(), dialogue.state(), nonce, null);
        return wait;
    }

    private static CertStatus only(Question question) throws Fault {
        CertStatus[] all = CertConfirmContent.getInstance(question.content()).toCertStatusArray();
        if (all.length != 1) {
            throw new Fault(PKIFailureInfo.badRequest, "exactly one certificate is confirmed at a time");
        }
        return all[0];
    }

    private static int failureOf(String flaw) {
        return switch (flaw) {
            case "pop-failed" -> PKIFailureInfo.badPOP;
            case "other-certificate" -> PKIFailureInfo.badCertId;
            case "old-signature-failed" -> PKIFailureInfo.badMessageCheck;
            default -> PKIFailureInfo.badCertTemplate;
        };
    }

    private static byte[] hash(byte[] der) {
        try {
            AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder()
                    .find(new X509CertificateHolder(der).getSignatureAlgorithm());
            return MessageDigest.getInstance(digest.getAlgorithm().getId(), new BouncyCastleProvider())
                    .digest(der);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no hash for a certificate of ours", e);
        }
    }
}
