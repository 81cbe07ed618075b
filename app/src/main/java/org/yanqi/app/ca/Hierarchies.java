package org.yanqi.app.ca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.Algorithm;

/** The authority's hierarchies: founded at the first start, afterwards the same ones, or no start at all. */
@Component
class Hierarchies {
    private static final Logger log = LoggerFactory.getLogger(Hierarchies.class);

    private final Map<Algorithm, Hierarchy> byAlgorithm = new EnumMap<>(Algorithm.class);

    Hierarchies(CaProperties properties, JdbcClient jdbc, Clock clock) {
        KeyFiles files = new KeyFiles(properties.directory(), properties.secret());
        for (Algorithm algorithm : Algorithm.values()) {
            Optional<byte[]> known = jdbc.sql("select issuing from ca_authority where algorithm = ?")
                    .param(algorithm.name())
                    .query(byte[].class)
                    .optional();
            Hierarchy hierarchy = files.load(algorithm).orElseGet(() -> {
                if (known.isPresent()) {
                    throw new IllegalStateException("The database knows a certification authority for " + algorithm
                            + ", but its key is not in " + properties.directory()
                            + ": set yanqi.ca.directory to where the key files are, or restore them.");
                }
                FoundHierarchy.Founded founded = new FoundHierarchy(properties.organisation(), clock).found(algorithm);
                files.keep(founded);
                return founded.hierarchy();
            });
            introduce(hierarchy, jdbc, clock);
            byAlgorithm.put(algorithm, hierarchy);
        }
    }

    Hierarchy of(Algorithm algorithm) {
        return byAlgorithm.get(algorithm);
    }

    Collection<Hierarchy> all() {
        return byAlgorithm.values();
    }

    Optional<Hierarchy> bySlug(String slug) {
        return all().stream().filter(h -> h.slug().equals(slug)).findFirst();
    }

    /** The hierarchy that says it issued this certificate; its signature is not looked at. */
    Optional<Hierarchy> issuerOf(X509CertificateHolder certificate) {
        return all().stream()
                .filter(h -> h.issuing().getSubject().equals(certificate.getIssuer()))
                .findFirst();
    }

    private static void introduce(Hierarchy hierarchy, JdbcClient jdbc, Clock clock) {
        try {
            byte[] issuing = hierarchy.issuing().getEncoded();
            jdbc.sql("insert into ca_authority (algorithm, root, issuing, founded) values (?, ?, ?, ?)"
                            + " on conflict do nothing")
                    .params(
                            hierarchy.algorithm().name(),
                            hierarchy.root().getEncoded(),
                            issuing,
                            Issuances.at(clock.instant()))
                    .update();
            byte[] known = jdbc.sql("select issuing from ca_authority where algorithm = ?")
                    .param(hierarchy.algorithm().name())
                    .query(byte[].class)
                    .single();
            if (!Arrays.equals(known, issuing)) {
                throw new IllegalStateException("The key files hold another certification authority for "
                        + hierarchy.algorithm() + " than the database: every node needs the same yanqi.ca.directory.");
            }
            log.info(
                    "Certification authority {}: root SHA-256 {}, issuing SHA-256 {}",
                    hierarchy.slug(),
                    fingerprint(hierarchy.root()),
                    fingerprint(hierarchy.issuing()));
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode the authority's certificates", e);
        }
    }

    private static String fingerprint(X509CertificateHolder certificate) throws IOException {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
