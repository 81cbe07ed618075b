package org.yanqi.process.certificate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.certificate.KeyContents.Use;
import org.yanqi.process.certificate.model.PairRow;
import org.yanqi.process.certificate.model.PairRows;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Finds certificates for staff and shows them field by field; looking into one, and taking it away, goes on the record. */
@Service
public class InspectCertificate {
    private static final int LONGEST_LIST = 200;
    private static final Role[] READERS = {Role.CUSTOMER_SERVICE, Role.SUPERVISOR, Role.AUDITOR};

    private final PairRows rows;
    private final Organisations organisations;
    private final AppendToRecord record;

    InspectCertificate(PairRows rows, Organisations organisations, AppendToRecord record) {
        this.rows = rows;
        this.organisations = organisations;
        this.record = record;
    }

    /** A hit, with the name of its organisation. */
    public record Hit(CertificatePair pair, String organisation) {}

    /** A certificate as a file. */
    public record File(String name, String mediaType, byte[] content) {}

    /**
     * By a part of serial, key serial, holder, organisation or tax number; those that expire last come first.
     *
     * @param text a serial may be written with colons and in capitals; blank finds the newest
     */
    @Transactional(readOnly = true)
    public List<Hit> find(Actor actor, String text, int limit) {
        actor.require(READERS);
        Limit most = Limit.of(Math.min(limit, LONGEST_LIST));
        String word = text.strip().toLowerCase(Locale.ROOT);
        List<PairRow> found = word.isEmpty()
                ? rows.newest(most)
                : rows.search(
                        pattern(word),
                        pattern(word.replaceAll("[:\\s]", "")),
                        organisations.matching(pattern(word)),
                        most);
        Map<UUID, String> names = found.stream()
                .map(row -> row.pair().organisation())
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> organisations.one(id).name()));
        return found.stream()
                .map(PairRow::pair)
                .map(pair -> new Hit(pair, names.getOrDefault(pair.organisation(), "")))
                .toList();
    }

    /** Field by field. */
    @Transactional
    public DecodedCertificate decode(Actor actor, UUID id, Use use) {
        CertificatePair pair = pair(actor, id);
        record.append(
                actor,
                null,
                "certificate " + pair.serial(),
                "certificate-inspected",
                Map.of("serial", pair.serial(), "use", use.name()));
        return DecodedCertificate.of(der(pair, use));
    }

    /** @param pem as text, else DER */
    @Transactional
    public File take(Actor actor, UUID id, Use use, boolean pem) {
        CertificatePair pair = pair(actor, id);
        byte[] der = der(pair, use);
        String name = pair.serial() + (use == Use.SIGNING ? "-signing" : "-encryption");
        record.append(
                actor,
                null,
                "certificate " + pair.serial(),
                "certificate-taken",
                Map.of("serial", pair.serial(), "use", use.name(), "format", pem ? "PEM" : "DER"));
        return pem
                ? new File(
                        name + ".pem",
                        "application/x-pem-file",
                        DecodedCertificate.of(der).pem().getBytes(StandardCharsets.US_ASCII))
                : new File(name + ".cer", "application/pkix-cert", der);
    }

    private CertificatePair pair(Actor actor, UUID id) {
        actor.require(READERS);
        return rows.findById(id).map(PairRow::pair).orElseThrow(() -> new NotFound("certificate"));
    }

    private static byte[] der(CertificatePair pair, Use use) {
        byte @Nullable [] encryption = pair.encryption();
        if (use == Use.SIGNING) {
            return pair.signing();
        }
        if (encryption == null) {
            throw new NotFound("encryption certificate");
        }
        return encryption;
    }

    private static String pattern(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
