package org.yanqi.app.ca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.cert.X509CertificateHolder;

/** What the witnesses of a key ceremony sign: which keys were made, where they lie, and the certificates' fingerprints. */
final class CeremonySheet {
    private static final int BYTES_IN_A_LINE = 16;

    private CeremonySheet() {}

    static String of(Hierarchy hierarchy, String where, Instant at, List<String> witnesses) {
        StringBuilder text = new StringBuilder();
        text.append("""

            KEY CEREMONY  密钥生成仪式记录
            ==============================================================
            Hierarchy 体系   %s
            Made 时间        %s
            Keys lie in 存放 %s

            """.formatted(hierarchy.slug().toUpperCase(Locale.ROOT), at, where));
        certificate(text, "Root CA 根证书", hierarchy.root());
        certificate(text, "Issuing CA 签发证书", hierarchy.issuing());
        text.append("""
            We watched the keys being made and compared the fingerprints with those on the screen.
            我们见证了密钥的生成，并已逐一核对上述指纹。

            """);
        for (String witness : witnesses) {
            text.append("""
                Witness 见证人   %s

                Signature 签字   ______________________________   Date 日期 ______________

                """.formatted(witness.strip()));
        }
        return text.toString();
    }

    private static void certificate(StringBuilder text, String what, X509CertificateHolder certificate) {
        text.append("""
            %s
              Subject 主体     %s
              Serial 序列号    %s
              Valid 有效期     %s - %s
            """.formatted(
                        what,
                        certificate.getSubject(),
                        Issuances.hex(certificate.getSerialNumber()),
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()));
        fingerprint(text, "SHA-256", certificate);
        fingerprint(text, "SM3", certificate);
        text.append('\n');
    }

    private static void fingerprint(StringBuilder text, String digest, X509CertificateHolder certificate) {
        try {
            byte[] print = MessageDigest.getInstance(digest, Signing.PROVIDER).digest(certificate.getEncoded());
            String hex = HexFormat.ofDelimiter(":").withUpperCase().formatHex(print);
            int half = BYTES_IN_A_LINE * 3;
            text.append("  %-16s %s%n".formatted(digest, hex.substring(0, half)));
            text.append("  %-16s %s%n".formatted("", hex.substring(half)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no fingerprint by " + digest, e);
        }
    }
}
