package org.yanqi.app.cmp;

import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** What a certificate must hold to be the one that was asked for. */
record Wanted(SubjectPublicKeyInfo key, X500Name subject, Instant notBefore, Instant notAfter) {}
