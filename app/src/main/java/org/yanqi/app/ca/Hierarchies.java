package org.yanqi.app.ca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yanqi.process.certificate.Algorithm;

/** The authority's hierarchies: founded at the first start, afterwards the same ones, or no start at all. */
@Component
class Hierarchies {
    private static final Logger log = LoggerFactory.getLogger(Hierarchies.class);

    private final Map<Algorithm, Hierarchy> byAlgorithm = new EnumMap<>(Algorithm.class);
    private final Map<Algorithm, KeyStores> stores = new EnumMap<>(Algorithm.class);

    /** The hierarchies of a CA: one for all RSA keys, one for SM2. */
    static final List<Algorithm> NAMES = List.of(Algorithm.RSA_2048, Algorithm.SM2);

    private Hierarchies() {}

    @Autowired
    Hierarchies(CaProperties properties, JdbcClient jdbc, Clock clock) {
        List<Supplier<Hierarchy>> ready = new ArrayList<>();
        for (Algorithm algorithm : NAMES) {
            KeyStores keys = keysOf(algorithm, properties);
            boolean known = known(algorithm, jdbc).isPresent();
            stores.put(algorithm, keys);
            ready.add(() -> keys.load(algorithm).orElseGet(() -> found(algorithm, keys, known, properties, clock)));
        }
        for (Hierarchy hierarchy : AtOnce.all(ready)) {
            introduce(hierarchy, jdbc, clock);
            byAlgorithm.put(hierarchy.algorithm(), hierarchy);
        }
    }

    /** New keys in memory, nothing kept. */
    static Hierarchies fresh(String organisation, String publicUrl, Clock clock) {
        Hierarchies fresh = new Hierarchies();
        for (Algorithm algorithm : NAMES) {
            fresh.byAlgorithm.put(
                    algorithm,
                    new FoundHierarchy(organisation, publicUrl, clock)
                            .found(algorithm)
                            .hierarchy());
        }
        return fresh;
    }

    /** Where this configuration keeps the keys of a hierarchy. */
    static KeyStores keysOf(Algorithm algorithm, CaProperties properties) {
        if (properties.keys() == CaProperties.Store.PKCS11) {
            if (algorithm != Algorithm.SM2) {
                return new TokenKeys(properties.pkcs11());
            }
            log.warn(
                    "The SM2 keys of the certification authority stay in PKCS#12 files in {}: the JDK's PKCS#11 bridge"
                            + " knows no SM2 mechanism. Only the RSA keys lie in the token.",
                    properties.directory());
        }
        return new KeyFiles(properties.directory(), properties.secret());
    }

    /** The hierarchy that certifies keys of this algorithm. */
    Hierarchy of(Algorithm algorithm) {
        return byAlgorithm.get(familyOf(algorithm) == Profile.Family.SM2 ? Algorithm.SM2 : Algorithm.RSA_2048);
    }

    static Profile.Family familyOf(Algorithm algorithm) {
        return algorithm == Algorithm.SM2 ? Profile.Family.SM2 : Profile.Family.RSA;
    }

    private static Hierarchy found(
            Algorithm algorithm, KeyStores keys, boolean known, CaProperties properties, Clock clock) {
        if (known) {
            throw new IllegalStateException("The database knows a certification authority for " + algorithm
                    + ", but its key is not in " + keys.describe()
                    + ": set yanqi.ca.keys, yanqi.ca.directory or yanqi.ca.pkcs11.* to where the keys are, or"
                    + " restore them.");
        }
        if (keys instanceof TokenKeys) {
            throw new IllegalStateException("There is no key of a certification authority in the " + keys.describe()
                    + ". Make one in a ceremony first: java -jar yanqi-app-…-exec.jar ca-ceremony --help");
        }
        FoundHierarchy.Founded founded = new FoundHierarchy(properties.organisation(), properties.publicUrl(), clock)
                .found(algorithm, () -> keys.newPair(algorithm), keys.provider());
        keys.keep(founded);
        return founded.hierarchy();
    }

    /** The root of a hierarchy, if its key is where this node's keys are; looked for anew each time, since it may be taken away. */
    Optional<RootList.Root> root(Hierarchy hierarchy) {
        return Optional.ofNullable(stores.get(hierarchy.algorithm()))
                .flatMap(keys -> keys.root(hierarchy.algorithm()))
                .filter(root -> root.certificate().equals(hierarchy.root()));
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
            if (!Arrays.equals(known(hierarchy.algorithm(), jdbc).orElseThrow(), issuing)) {
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

    /** The issuing certificate of the hierarchy that this database knows. */
    private static Optional<byte[]> known(Algorithm algorithm, JdbcClient jdbc) {
        return jdbc.sql("select issuing from ca_authority where algorithm = ?")
                .param(algorithm.name())
                .query(byte[].class)
                .optional();
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
