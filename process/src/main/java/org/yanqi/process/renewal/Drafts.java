package org.yanqi.process.renewal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.payment.Channel;

/** Changes one part of a draft and leaves the others, save what no longer belongs to a chosen certificate. */
final class Drafts {
    private Drafts() {}

    static Draft withCertificates(Draft draft, List<UUID> chosen) {
        return new Draft(
                chosen,
                only(draft.platforms(), chosen),
                draft.finalRead(),
                only(draft.declared(), chosen),
                draft.invoice(),
                draft.channel());
    }

    static Draft withPlatforms(Draft draft, Map<UUID, Set<String>> platforms, boolean finalRead) {
        return new Draft(
                draft.certificates(),
                only(platforms, draft.certificates()),
                finalRead,
                draft.declared(),
                draft.invoice(),
                draft.channel());
    }

    static Draft withDeclarations(Draft draft, Map<UUID, Boolean> declared) {
        return new Draft(
                draft.certificates(),
                draft.platforms(),
                draft.finalRead(),
                only(declared, draft.certificates()),
                draft.invoice(),
                draft.channel());
    }

    static Draft withInvoice(Draft draft, @Nullable InvoiceChoice invoice, @Nullable Channel channel) {
        return new Draft(
                draft.certificates(), draft.platforms(), draft.finalRead(), draft.declared(), invoice, channel);
    }

    static Draft withChannel(Draft draft, Channel channel) {
        return withInvoice(draft, draft.invoice(), channel);
    }

    private static <T> Map<UUID, T> only(Map<UUID, T> all, List<UUID> chosen) {
        var kept = new HashMap<>(all);
        kept.keySet().retainAll(chosen);
        return kept;
    }
}
