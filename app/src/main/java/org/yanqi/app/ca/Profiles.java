package org.yanqi.app.ca;

import java.time.Period;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.yanqi.process.certificate.Algorithm;

/** What the authority issues, read from data; a file that makes no sense stops the start. */
final class Profiles {
    private static final Map<String, Integer> USAGES = Map.of(
            "digitalSignature", KeyUsage.digitalSignature,
            "nonRepudiation", KeyUsage.nonRepudiation,
            "keyEncipherment", KeyUsage.keyEncipherment,
            "dataEncipherment", KeyUsage.dataEncipherment,
            "keyAgreement", KeyUsage.keyAgreement);
    private static final Map<String, KeyPurposeId> PURPOSES = Map.of(
            "clientAuth", KeyPurposeId.id_kp_clientAuth,
            "emailProtection", KeyPurposeId.id_kp_emailProtection,
            "codeSigning", KeyPurposeId.id_kp_codeSigning,
            "timeStamping", KeyPurposeId.id_kp_timeStamping);

    private final Map<String, Profile> byName = new HashMap<>();
    private final Map<Algorithm, List<Profile>> issued = new EnumMap<>(Algorithm.class);

    /** One profile as it is written. */
    record Written(
            Profile.Family key,
            @DefaultValue("0") int leastBits,
            Profile.Origin keyFrom,
            List<String> keyUsage,
            @DefaultValue List<String> purposes,
            Period longest,
            List<String> subject) {}

    /** The file as it is written. */
    record File(Map<Algorithm, List<String>> issued, Map<String, Written> profiles) {}

    /** @throws IllegalStateException if the file names what does not exist, or leaves an algorithm out */
    Profiles(Resource resource) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(resource);
        File file = new Binder(new MapConfigurationPropertySource(yaml.getObject()))
                .bind("", File.class)
                .orElseThrow(() -> new IllegalStateException(resource + " holds no profiles"));
        file.profiles().forEach((name, written) -> byName.put(name, read(name, written)));
        for (Algorithm algorithm : Algorithm.values()) {
            List<String> names = Optional.ofNullable(file.issued().get(algorithm))
                    .filter(list -> list.size() == 1 || list.size() == 2)
                    .orElseThrow(() -> new IllegalStateException(
                            resource + " must name one or two profiles that are issued for " + algorithm));
            issued.put(algorithm, names.stream().map(this::named).toList());
        }
        issued.forEach(Profiles::check);
    }

    /** Those that come with the product. */
    static Profiles standard() {
        return new Profiles(new ClassPathResource("profiles.yaml", Profiles.class));
    }

    /** What a request for this algorithm is answered with: one certificate for both uses, or signing and encryption. */
    List<Profile> of(Algorithm algorithm) {
        return issued.get(algorithm);
    }

    Profile named(String name) {
        Profile found = byName.get(name);
        if (found == null) {
            throw new IllegalStateException("there is no certificate profile " + name);
        }
        return found;
    }

    private static void check(Algorithm algorithm, List<Profile> profiles) {
        Profile.Family family = Hierarchies.familyOf(algorithm);
        for (Profile profile : profiles) {
            boolean managed = profile.keyFrom() == Profile.Origin.KEY_MANAGEMENT;
            if (profile.key() != family || managed && family != Profile.Family.SM2) {
                throw new IllegalStateException("profile " + profile.name() + " does not fit keys of " + algorithm);
            }
        }
        if (profiles.get(0).keyFrom() != Profile.Origin.HOLDER) {
            throw new IllegalStateException(
                    "profile " + profiles.get(0).name() + " signs, so its key must be the holder's own");
        }
    }

    private static Profile read(String name, Written written) {
        return new Profile(
                name,
                written.key(),
                written.leastBits(),
                written.keyFrom(),
                written.keyUsage().stream()
                        .mapToInt(one -> known(USAGES.get(one), name, one))
                        .reduce(0, (a, b) -> a | b),
                written.purposes().stream()
                        .map(one -> known(PURPOSES.get(one), name, one))
                        .toList(),
                written.longest(),
                written.subject().stream().map(one -> attribute(name, one)).toList());
    }

    private static ASN1ObjectIdentifier attribute(String profile, String name) {
        try {
            return BCStyle.INSTANCE.attrNameToOID(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("profile " + profile + " asks for an unknown attribute " + name, e);
        }
    }

    private static <T> T known(@Nullable T found, String profile, String word) {
        if (found == null) {
            throw new IllegalStateException("profile " + profile + " uses an unknown word: " + word);
        }
        return found;
    }
}
