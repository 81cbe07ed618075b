package org.yanqi.process.renewal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.InvoiceTitles;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.model.RenewalRow;

/** What a draft must hold before it may go on; each reason names what to mend. */
@Component
class CheckDraft {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}");
    private static final int LONGEST_EMAIL = 200;

    private final Certificates certificates;
    private final RenewalWindow window;
    private final Catalogue catalogue;
    private final InvoiceTitles titles;

    CheckDraft(Certificates certificates, RenewalWindow window, Catalogue catalogue, InvoiceTitles titles) {
        this.certificates = certificates;
        this.window = window;
        this.catalogue = catalogue;
        this.titles = titles;
    }

    /** R3 and that nobody else renews the certificate; all of one organisation. */
    List<Refusal> certificates(Actor actor, RenewalRow row, Collection<UUID> chosen) {
        if (chosen.isEmpty()) {
            return List.of(Refusal.at("certificates", "refusal.certificates-missing"));
        }
        var found = new ArrayList<Refusal>();
        for (var id : chosen) {
            var pair = certificates.one(actor, id);
            if (!pair.organisation().equals(row.organisation())) {
                found.add(Refusal.at("certificates", "refusal.several-organisations"));
                continue;
            }
            var code = code(window.hindrance(pair, row.id()));
            if (code != null) {
                found.add(Refusal.at(
                        "certificates", code, pair.holderName(), pair.lastDay().toString()));
            }
        }
        return found;
    }

    private static @Nullable String code(@Nullable String hindrance) {
        if (hindrance == null) {
            return null;
        }
        return switch (hindrance) {
            case "too-early" -> "refusal.certificate-too-early";
            case "lapsed" -> "refusal.certificate-lapsed";
            case "in-renewal" -> "refusal.certificate-in-renewal";
            default -> "refusal.certificate-revoked";
        };
    }

    /** At least one offered platform for each certificate, and that the customer knows the choice to be final. */
    List<Refusal> platforms(Actor actor, List<UUID> chosen, Map<UUID, Set<String>> platforms, boolean finalRead) {
        var found = new ArrayList<Refusal>();
        var offered = catalogue.offered().stream().map(Platform::code).collect(Collectors.toSet());
        if (!Set.copyOf(chosen).containsAll(platforms.keySet())) {
            found.add(Refusal.at("platforms", "refusal.certificate-not-chosen"));
        }
        for (var id : chosen) {
            var codes = platforms.getOrDefault(id, Set.of());
            if (codes.isEmpty()) {
                var name = certificates.one(actor, id).holderName();
                found.add(Refusal.at("platforms." + id, "refusal.platforms-missing", name));
            }
            codes.stream()
                    .filter(code -> !offered.contains(code))
                    .forEach(code -> found.add(Refusal.at("platforms." + id, "refusal.platform-not-offered", code)));
        }
        if (!finalRead) {
            found.add(Refusal.at("finalRead", "refusal.final-not-read"));
        }
        return found;
    }

    /** R4: a declaration for each certificate; the sentence of the refusal names the remedy. */
    List<Refusal> declarations(Actor actor, List<UUID> chosen, Map<UUID, Boolean> declared) {
        return chosen.stream()
                .filter(id -> !Boolean.TRUE.equals(declared.get(id)))
                .map(id -> Refusal.at(
                        "declared." + id,
                        "refusal.open-bid-declared",
                        certificates.one(actor, id).holderName()))
                .toList();
    }

    /** What finance needs to make the invoice, and that its kind stays what it was (guide, step 5). */
    List<Refusal> invoice(RenewalRow row, InvoiceChoice choice) {
        var before = row.draft().invoice();
        if (row.invoiceChosen() && before != null && before.kind() != choice.kind()) {
            return List.of(Refusal.at("kind", "refusal.invoice-kind-final"));
        }
        if (!choice.wanted()) {
            return List.of();
        }
        var found = new ArrayList<Refusal>();
        var kind = choice.kind();
        if (kind == null) {
            return List.of(Refusal.at("kind", "refusal.invoice-kind-missing"));
        }
        if (choice.title() == null) {
            found.add(Refusal.at("title", "refusal.title-missing"));
        } else {
            titles.check(choice.title(), kind.isSpecial()).stream()
                    .filter(one -> !one.code().startsWith("warning."))
                    .forEach(found::add);
        }
        if (!isEmail(choice.email(), kind.isPaper())) {
            found.add(Refusal.at("email", "refusal.email-malformed"));
        }
        if (kind.isPaper()) {
            found.addAll(collection(choice));
        }
        return found;
    }

    private List<Refusal> collection(InvoiceChoice choice) {
        if (choice.collection() == null) {
            return List.of(Refusal.at("collection", "refusal.collection-missing"));
        }
        if (choice.collection() == InvoiceChoice.Collection.COUNTER) {
            return List.of();
        }
        return choice.recipient() == null
                ? List.of(Refusal.at("recipientName", "refusal.recipient-name-missing"))
                : titles.check(choice.recipient());
    }

    private static boolean isEmail(@Nullable String email, boolean optional) {
        if (email == null || email.isBlank()) {
            return optional;
        }
        return email.length() <= LONGEST_EMAIL && EMAIL.matcher(email.strip()).matches();
    }
}
