package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yanqi.app.ca.km.KeyManagement;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/** The parts of the authority, and requests to it. */
abstract class WithAuthority {
    static final X500Name SUBJECT = new X500Name("C=CN,ST=辽宁省,L=沈阳市,O=沈阳某某公司,OU=91210100MA0TEST00X,CN=张三");

    @Autowired
    EmbeddedAuthority authority;

    @Autowired
    Hierarchies hierarchies;

    @Autowired
    Profiles profiles;

    @Autowired
    PublishCrl crls;

    @Autowired
    Shards shards;

    @Autowired
    AnswerStatus answers;

    @Autowired
    Issuances issuances;

    @Autowired
    Revocations revocations;

    @Autowired
    Books books;

    @Autowired
    KeyManagement keys;

    @Autowired
    Standings standings;

    @Autowired
    CaProperties properties;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    final TestKey old = TestKey.sm2();
    final TestKey fresh = TestKey.sm2();

    /** The authority with another hand that signs. */
    EmbeddedAuthority with(RealSigner signer) {
        return with(signer, books);
    }

    EmbeddedAuthority with(RealSigner signer, Books remembered) {
        Issue issue = new Issue(new BuildTbs(properties.publicUrl()), remembered, shards, signer);
        return new EmbeddedAuthority(hierarchies, profiles, issue, remembered, keys, standings);
    }

    static byte[] reallySign(Tbs tbs) {
        return tbs.hierarchy().sign(tbs.der());
    }

    byte[] enrolled(TestKey key) throws Exception {
        return enrolment(key).signing();
    }

    Reply.Issued enrolment(TestKey key) throws Exception {
        Instant now = clock.instant();
        return issued(authority.enrol(
                "enrol-" + UUID.randomUUID(),
                SUBJECT.toString(),
                key.request(SUBJECT),
                key.algorithm(),
                now.minus(Duration.ofDays(300)),
                now.plus(Duration.ofDays(65))));
    }

    CertificateAuthority.Request renewal(byte[] replaced, TestKey key) {
        byte[] request = key.request(SUBJECT);
        Instant now = clock.instant();
        return new CertificateAuthority.Request(
                "update-" + UUID.randomUUID(),
                replaced,
                request,
                old.sign(request),
                key.algorithm(),
                now,
                now.plus(Duration.ofDays(430)));
    }

    /** The shard into which a certificate was issued. */
    Shard shardOf(byte[] certificate) throws Exception {
        X509CertificateHolder holder = new X509CertificateHolder(certificate);
        int number = database.sql("select shard from ca_issuance where serial = ?")
                .param(Issuances.hex(holder.getSerialNumber()))
                .query(Integer.class)
                .single();
        return shards.one(hierarchies.issuerOf(holder).orElseThrow(), number).orElseThrow();
    }

    /** The list that answers for a certificate. */
    byte[] crlOf(byte[] certificate) throws Exception {
        Hierarchy hierarchy =
                hierarchies.issuerOf(new X509CertificateHolder(certificate)).orElseThrow();
        return crls.current(hierarchy, shardOf(certificate));
    }

    static Reply.Issued issued(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Issued.class);
        return (Reply.Issued) reply;
    }

    static String code(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused) reply).code();
    }
}
