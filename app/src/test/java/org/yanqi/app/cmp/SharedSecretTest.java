package org.yanqi.app.cmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/** Messages protected by a secret that OpenSSL's authority shares, in place of a signature. */
class SharedSecretTest {
    private static final String SECRET = "sixteen letters or more";

    @TempDir
    Path folder;

    private Outside outside;

    @BeforeEach
    void open() {
        outside = new Outside(folder);
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void a_certificate_is_renewed_confirmed_and_another_revoked_by_the_shared_secret() throws Exception {
        outside.sharing(SECRET).sharingAuthority(outside.prepared(), SECRET);
        CertificateAuthority authority = outside.client().authority();
        Reply reply = authority.update(outside.request());
        assertThat(reply).isInstanceOf(Reply.Issued.class);
        authority.confirm(((Reply.Issued) reply).signing());
        outside.sharingAuthority(outside.replaced, SECRET);
        authority.revoke(outside.replaced.getEncoded(), Reason.SUPERSEDED);
        assertThat(outside.proxy.types())
                .containsExactly(PKIBody.TYPE_KEY_UPDATE_REQ, PKIBody.TYPE_CERT_CONFIRM, PKIBody.TYPE_REVOCATION_REQ);
    }

    @Test
    void the_keys_own_request_travels_under_it_as_well() throws Exception {
        outside.pkcs10().sharing(SECRET).sharingAuthority(outside.prepared(), SECRET);
        assertThat(outside.client().authority().update(outside.request())).isInstanceOf(Reply.Issued.class);
    }

    @Test
    void who_does_not_know_the_secret_proves_nothing_and_neither_does_a_signature() throws Exception {
        outside.sharing(SECRET).sharingAuthority(outside.prepared(), "another secret of many letters");
        assertThatThrownBy(() -> outside.client().authority().update(outside.request()))
                .isInstanceOf(NoAnswer.class);
        outside.authority(outside.prepared());
        assertThatThrownBy(() -> outside.client().authority().update(outside.request()))
                .isInstanceOf(NoAnswer.class);
    }

    @Test
    void a_secret_that_is_too_short_or_has_no_reference_is_refused() {
        assertThatThrownBy(() -> new MacProperties("yanqi", "short")).hasMessageContaining("yanqi.cmp.mac.secret");
        assertThatThrownBy(() -> new MacProperties("", SECRET)).hasMessageContaining("yanqi.cmp.mac.reference");
    }
}
