package org.yanqi.app.cmp;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * A message of the authority that belongs to what we sent and was protected by the one who may.
 *
 * @param certificates what it enclosed
 * @param implicitlyConfirmed it wants no certConf
 * @param confirmBy until when it waits for one, if it says so
 */
record Answer(
        PKIBody body,
        byte[] nonce,
        List<X509CertificateHolder> certificates,
        boolean implicitlyConfirmed,
        @Nullable Instant confirmBy) {}
