package org.yanqi.app.ca;

import org.bouncycastle.cert.X509CertificateHolder;

/** A certificate signed with a throw-away key, with what it should be. */
record Specimen(X509CertificateHolder certificate, Hierarchy hierarchy, Profile profile, Shard shard) {}
