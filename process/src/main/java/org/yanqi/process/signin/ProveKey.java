package org.yanqi.process.signin;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yanqi.process.account.Account;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.ProofOfKey;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.rekey.TicketClaims;
import org.yanqi.process.rekey.TicketRefused;

/** Takes the agent's answer to a challenge. Called without a transaction: the authority is asked on the way. */
@Service
public class ProveKey {
    private final SettleChallenge challenges;
    private final JudgeCertificate judge;
    private final Accounts accounts;

    ProveKey(SettleChallenge challenges, JudgeCertificate judge, Accounts accounts) {
        this.challenges = challenges;
        this.judge = judge;
        this.accounts = accounts;
    }

    /**
     * The same answer again gets the same outcome; another one is refused, since the nonce is used.
     *
     * @param certificate DER of the signing certificate in use on the key
     * @param signature over {@link SignedChallenge}
     * @param from network address of the agent
     * @return refused with signature-wrong, challenge-used, certificate-unknown, -superseded, -revoked, -not-confirmed,
     *     -expired, -untrusted, status-unknown, account-missing or account-disabled, each after {@code refusal.}
     * @throws TicketRefused if the ticket does not hold
     */
    public Outcome<String> prove(TicketClaims claims, byte[] certificate, byte[] signature, String from) {
        Optional<Outcome<String>> before = challenges.use(claims, Hashes.of(certificate, signature));
        return before.orElseGet(() -> settle(claims, certificate, signature, from));
    }

    private Outcome<String> settle(TicketClaims claims, byte[] certificate, byte[] signature, String from) {
        if (!isSigned(claims, certificate, signature)) {
            return challenges.settle(claims.id(), JudgeCertificate.Judgement.of(null, "signature-wrong"), null, from);
        }
        JudgeCertificate.Judgement judged = judge.judge(certificate);
        CertificatePair pair = judged.pair();
        if (pair == null || judged.refusal() != null) {
            return challenges.settle(claims.id(), judged, null, from);
        }
        Optional<Account> account = accounts.ofHolder(pair.holder(), pair.organisation());
        String refusal = account.isEmpty() ? "account-missing" : account.get().enabled() ? null : "account-disabled";
        return challenges.settle(
                claims.id(),
                judged.refused(refusal),
                account.map(Account::login).orElse(null),
                from);
    }

    private static boolean isSigned(TicketClaims claims, byte[] certificate, byte[] signature) {
        SubjectPublicKeyInfo key = key(certificate);
        return key != null
                && ProofOfKey.signed(key, SignedChallenge.of(key, claims.origin(), claims.nonce()), signature);
    }

    private static @Nullable SubjectPublicKeyInfo key(byte[] certificate) {
        try {
            return new X509CertificateHolder(certificate).getSubjectPublicKeyInfo();
        } catch (IOException | RuntimeException noCertificate) {
            // broken bytes come out of the library as exceptions of many kinds
            return null;
        }
    }
}
