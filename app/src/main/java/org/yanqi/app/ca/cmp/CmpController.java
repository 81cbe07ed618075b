package org.yanqi.app.ca.cmp;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.cert.cmp.GeneralPKIMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;

/**
 * CMP over HTTP (RFC 6712). Whoever is known gets a signed answer, be it an error; a stranger an unsigned one; what is no
 * message gets none.
 */
@RestController
@ConditionalOnProperty("yanqi.ca.cmp.enabled")
class CmpController {
    private static final Logger log = LoggerFactory.getLogger(CmpController.class);
    private static final String TYPE = "application/pkixcmp";
    private static final int LONGEST = 32 * 1024;

    private final Recognise recognise;
    private final Converse converse;
    private final RevokeOwn revokeOwn;
    private final Speaker.Directory speakers;
    private final Clock clock;

    CmpController(
            Recognise recognise, Converse converse, RevokeOwn revokeOwn, Speaker.Directory speakers, Clock clock) {
        this.recognise = recognise;
        this.converse = converse;
        this.revokeOwn = revokeOwn;
        this.speakers = speakers;
        this.clock = clock;
    }

    @PostMapping({"/ca/cmp", "/ca/cmp/"})
    ResponseEntity<byte[]> post(HttpServletRequest http) throws IOException {
        String type = http.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
            return ResponseEntity.status(415).build();
        }
        byte[] der = http.getInputStream().readNBytes(LONGEST + 1);
        if (der.length > LONGEST) {
            return ResponseEntity.status(413).build();
        }
        byte[] answer;
        try {
            answer = answer(der);
        } catch (IOException | RuntimeException e) {
            // broken bytes come out of the library as exceptions of many kinds, sometimes only when a field is read
            log.debug("a message that cannot be read: {}", e.toString());
            return ResponseEntity.badRequest().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(TYPE))
                .cacheControl(CacheControl.noStore())
                .body(answer);
    }

    private byte[] answer(byte[] der) throws IOException {
        GeneralPKIMessage message = new GeneralPKIMessage(der);
        Question question;
        try {
            question = recognise.sender(der, message);
        } catch (Fault fault) {
            return Say.unsigned(message.getHeader(), error(fault));
        }
        Speaker speaker = speakers.of(question.certificate().getIssuer()).orElseThrow();
        String nonce = Say.nonce();
        return Say.as(speaker, message.getHeader(), nonce, say(question, nonce), clock);
    }

    private PKIBody say(Question question, String nonce) {
        try {
            return switch (question.type()) {
                case PKIBody.TYPE_KEY_UPDATE_REQ -> converse.update(question, nonce);
                case PKIBody.TYPE_POLL_REQ -> converse.poll(question, nonce);
                case PKIBody.TYPE_CERT_CONFIRM -> converse.confirm(question, nonce);
                case PKIBody.TYPE_REVOCATION_REQ -> revokeOwn.revoke(question);
                case PKIBody.TYPE_INIT_REQ, PKIBody.TYPE_CERT_REQ, PKIBody.TYPE_P10_CERT_REQ ->
                    throw new Fault(
                            PKIFailureInfo.notAuthorized,
                            "first certificates are not issued here; a certificate is renewed by a key update request (kur)");
                default -> throw new Fault(PKIFailureInfo.badRequest, "served are kur, pollReq, certConf and rr");
            };
        } catch (Fault fault) {
            return error(fault);
        } catch (NoAnswer e) {
            log.warn("transaction {}: {}", question.transaction(), e.getMessage());
            return Say.error(PKIFailureInfo.systemUnavail, "not now, please try again");
        }
    }

    private static PKIBody error(Fault fault) {
        return Say.error(fault.failure(), String.valueOf(fault.getMessage()));
    }
}
