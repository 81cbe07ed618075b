package org.yanqi.process.account;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Refusal;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Shows personal data in clear to who may see it, for a reason, on the record (R12). */
@Service
public class Unmask {
    private final Organisations organisations;
    private final AppendToRecord log;

    Unmask(Organisations organisations, AppendToRecord log) {
        this.organisations = organisations;
        this.log = log;
    }

    /** @throws org.yanqi.process.outcome.NotAllowed if the actor's work needs no telephone numbers */
    @Transactional
    public Outcome<String> mobile(Actor actor, UUID person, @Nullable UUID caseId, String reason) {
        actor.require(Role.CUSTOMER_SERVICE, Role.FINANCE, Role.SUPERVISOR);
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.at("reason", "refusal.reason-missing"));
        }
        var shown = organisations.person(person).mobile();
        log.append(actor, caseId, "person " + person, "mobile-unmasked", Map.of("reason", reason.strip()));
        return Outcome.accepted(shown);
    }
}
