package org.yanqi.app.cmp;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.yanqi.app.RealPostgres;
import org.yanqi.app.ca.TestKey;
import org.yanqi.app.renewal.ShiftedClock;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.port.CertificateAuthority;

/** The client with its books in a real database, a holder whose certificate is to be renewed, and OpenSSL as the authority. */
final class Outside implements AutoCloseable {
    static final String CA = "C=CN,O=Outside,CN=Outside CA";
    static final String RESPONDER = "C=CN,O=Outside,CN=Outside CMP";
    static final String HOLDER = "C=CN,O=Some Company,CN=Zhang San";
    private static final JdbcClient DATABASE = database();
    private static final TestKey OLD = TestKey.rsa(2048);
    private static final TestKey FRESH = TestKey.rsa(2048);

    final TestPki pki = new TestPki(CA);
    final TestPki.Identity responder = pki.identity(RESPONDER, TestPki.ec());
    final TestPki.Identity registration = pki.identity("C=CN,O=Yanqi,CN=Registration", TestPki.ec());
    final X509CertificateHolder replaced = pki.certificate(HOLDER, OLD.pair());
    final ShiftedClock clock = new ShiftedClock();
    final FaultProxy proxy = new FaultProxy();
    final Transactions transactions = new Transactions(DATABASE, clock);
    private final Path folder;
    private final List<OpensslServer> servers = new ArrayList<>();
    private CmpProperties.Asking asking = CmpProperties.Asking.KEY_UPDATE;
    private CmpProperties.Confirming confirming = CmpProperties.Confirming.ON_KEY;
    private boolean implicit;
    private String secret = "";
    private Duration timeout = Duration.ofSeconds(10);
    StatusProperties status = statusFrom(Map.of());

    Outside(Path folder) {
        this.folder = folder;
    }

    Outside pkcs10() {
        asking = CmpProperties.Asking.PKCS10;
        return this;
    }

    Outside atOnce() {
        confirming = CmpProperties.Confirming.AT_ONCE;
        return this;
    }

    Outside implicit() {
        implicit = true;
        return this;
    }

    Outside impatient() {
        timeout = Duration.ofMillis(300);
        return this;
    }

    /** Protects by a secret, not by the registration authority's signature. */
    Outside sharing(String words) {
        secret = words;
        return this;
    }

    /** As {@link #authority}, with an authority that shares a secret. */
    OpensslServer sharingAuthority(X509CertificateHolder prepared, String words, String... more) {
        OpensslServer server =
                OpensslServer.mac(folder, pki, words, TestPki.pem(folder.resolve("prepared.pem"), prepared), more);
        servers.add(server);
        proxy.to(server.port());
        return server;
    }

    /** The certificate that OpenSSL will return; its mock wants the number of the one that is replaced. */
    X509CertificateHolder prepared() {
        return prepared(HOLDER, FRESH.pair(), Duration.ofDays(365));
    }

    X509CertificateHolder prepared(String subject, KeyPair key, Duration life) {
        return pki.certificate(subject, key, replaced.getSerialNumber(), life);
    }

    KeyPair freshPair() {
        return FRESH.pair();
    }

    /** Starts OpenSSL behind the proxy. */
    OpensslServer authority(X509CertificateHolder prepared, String... more) {
        OpensslServer server =
                OpensslServer.cmp(folder, pki, responder, TestPki.pem(folder.resolve("prepared.pem"), prepared), more);
        servers.add(server);
        proxy.to(server.port());
        return server;
    }

    /** As the product reads them, with these set. */
    static StatusProperties statusFrom(Map<String, String> set) {
        return read("yanqi.cmp.status", StatusProperties.class, set);
    }

    private static <T> T read(String prefix, Class<T> type, Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set)).bindOrCreate(prefix, type);
    }

    CmpProperties properties() {
        return properties(proxy.address());
    }

    CmpProperties properties(URI endpoint) {
        return new CmpProperties(
                endpoint,
                CA,
                RESPONDER,
                TestPki.pem(folder.resolve("trust.pem"), pki.root()),
                folder.resolve("not-read.p12"),
                "",
                asking,
                confirming,
                implicit,
                Duration.ofMinutes(10),
                Duration.ofMinutes(1),
                timeout,
                read("yanqi.cmp", CmpProperties.class, Map.of()).algorithms(),
                Duration.ofDays(1));
    }

    /** Parts of the client that a test may need beside the port. */
    record Client(OutsideAuthority authority, RenewOwnKey own) {}

    Client client() {
        return client(properties(), clock);
    }

    Client client(CmpProperties properties, Clock time) {
        Compose compose = new Compose(properties, time);
        Trust trust = new Trust(properties, time);
        Exchange exchange = new Exchange(new Post(properties), trust, properties, station());
        Claims claims = new Claims(transactions, properties, time);
        Confirm confirm = new Confirm(exchange, compose, transactions, time);
        Obtain obtain = new Obtain(
                exchange, compose, new Checks(trust, properties), transactions, claims, confirm, properties, time);
        return new Client(
                new OutsideAuthority(
                        properties,
                        station(),
                        compose,
                        transactions,
                        claims,
                        obtain,
                        confirm,
                        new Revoke(exchange, compose, transactions, claims),
                        standing(trust, status, time)),
                new RenewOwnKey(compose, transactions, obtain));
    }

    private Protection station() {
        return secret.isEmpty()
                ? new Station(
                        registration.certificate(),
                        List.of(),
                        registration.keys().getPrivate())
                : new SharedSecret("yanqi", secret.toCharArray());
    }

    private LearnStanding standing(Trust trust, StatusProperties asked, Clock time) {
        try {
            return new LearnStanding(
                    trust, station(), transactions, new AskResponder(asked, time), new ReadList(asked, time), asked);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    CertificateAuthority.Request request() throws Exception {
        return request(FRESH, Algorithm.RSA_2048);
    }

    CertificateAuthority.Request request(TestKey fresh, Algorithm algorithm) throws Exception {
        byte[] csr = fresh.request(new X500Name(HOLDER));
        Instant now = clock.instant();
        return new CertificateAuthority.Request(
                UUID.randomUUID() + "/1",
                replaced.getEncoded(),
                csr,
                OLD.sign(csr),
                algorithm,
                now,
                now.plus(Duration.ofDays(365)));
    }

    BigInteger serial() {
        return replaced.getSerialNumber();
    }

    private static JdbcClient database() {
        DriverManagerDataSource source = new DriverManagerDataSource(RealPostgres.freshDatabase(), "postgres", "");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/common/V420__outside_authority.sql"))
                .execute(source);
        return JdbcClient.create(source);
    }

    @Override
    public void close() {
        servers.forEach(OpensslServer::close);
        proxy.close();
    }
}
