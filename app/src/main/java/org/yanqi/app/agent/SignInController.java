package org.yanqi.app.agent;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Outcome.Refused;
import org.yanqi.process.rekey.TicketClaims;
import org.yanqi.process.signin.ProveKey;

/** Takes the proof of a key that signs in: 204, or why not. The session that asked for the challenge looks for the outcome itself. */
@RestController
class SignInController {
    private final TicketHeader tickets;
    private final ProveKey proofs;

    SignInController(TicketHeader tickets, ProveKey proofs) {
        this.tickets = tickets;
        this.proofs = proofs;
    }

    @PostMapping("/api/agent/sign-in")
    ResponseEntity<Void> signIn(HttpServletRequest http) {
        TicketClaims ticket = tickets.of(http);
        AgentMessage message = AgentMessage.of(http);
        Outcome<String> outcome =
                proofs.prove(ticket, message.bytes("certificate"), message.bytes("signature"), http.getRemoteAddr());
        if (outcome instanceof Refused<String> refused) {
            String code = refused.reasons().get(0).code().substring("refusal.".length());
            throw new AgentFault(HttpStatus.FORBIDDEN, code);
        }
        return ResponseEntity.noContent().build();
    }
}
