package org.yanqi.app.agent;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.outcome.Outcome.Refused;
import org.yanqi.process.rekey.AgentReports;
import org.yanqi.process.rekey.ConfirmCertificate;
import org.yanqi.process.rekey.Rekey;
import org.yanqi.process.rekey.RekeyStage;
import org.yanqi.process.rekey.RequestCertificate;
import org.yanqi.process.rekey.RequestCertificate.Issued;
import org.yanqi.process.rekey.TicketClaims;
import org.yanqi.process.rekey.port.TicketSeal;

/** What the key agent says and asks, every call proven by the ticket in its {@code Authorization} header; all repeatable. */
@RestController
@RequestMapping("/api/agent")
class AgentController {
    private final TicketSeal seal;
    private final TicketHeader tickets;
    private final AgentReports reports;
    private final RequestCertificate requests;
    private final ConfirmCertificate confirmations;
    private final AgentTexts texts;

    AgentController(
            TicketSeal seal,
            TicketHeader tickets,
            AgentReports reports,
            RequestCertificate requests,
            ConfirmCertificate confirmations,
            AgentTexts texts) {
        this.seal = seal;
        this.tickets = tickets;
        this.reports = reports;
        this.requests = requests;
        this.confirmations = confirmations;
        this.texts = texts;
    }

    @GetMapping(value = "/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String publicKeys() {
        return seal.publicKeys();
    }

    @PostMapping("/found")
    Map<String, String> found(HttpServletRequest http, Locale language) {
        AgentReports.Verdict verdict =
                reports.found(tickets.of(http), AgentMessage.of(http).keys());
        return Map.of("verdict", verdict.verdict(), "message", texts.of(verdict.code(), language));
    }

    @PostMapping("/stage")
    ResponseEntity<Void> stage(HttpServletRequest http) {
        TicketClaims ticket = tickets.of(http);
        String name = AgentMessage.of(http).word("stage");
        RekeyStage stage = Arrays.stream(RekeyStage.values())
                .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(AgentFault::malformed);
        reports.stage(ticket, stage);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/request")
    ResponseEntity<Map<String, @Nullable Object>> request(HttpServletRequest http) {
        TicketClaims ticket = tickets.of(http);
        AgentMessage message = AgentMessage.of(http);
        Outcome<Rekey> outcome = requests.request(ticket, message.bytes("csr"), message.bytes("oldSignature"));
        if (outcome instanceof Refused<Rekey> refused) {
            throw refusal(refused);
        }
        return requests.result(ticket).map(AgentController::issued).orElseGet(AgentController::pending);
    }

    @GetMapping("/result")
    ResponseEntity<Map<String, @Nullable Object>> result(HttpServletRequest http, Locale language) {
        TicketClaims ticket = tickets.of(http);
        Optional<Issued> issued = requests.result(ticket);
        if (issued.isPresent()) {
            return issued(issued.get());
        }
        Rekey standing = requests.standing(ticket);
        boolean failed = standing.failure() != null || standing.givenUp() != null;
        String stopped = standing.deferredUntil() != null ? "deferred" : failed ? "failed" : null;
        if (stopped == null) {
            return pending();
        }
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("status", stopped);
        body.put("message", texts.of("rekey-" + stopped, language));
        return ResponseEntity.status(HttpStatus.CONFLICT).body(body);
    }

    @PostMapping("/confirm")
    Map<String, String> confirm(HttpServletRequest http) {
        TicketClaims ticket = tickets.of(http);
        AgentMessage message = AgentMessage.of(http);
        Outcome<Rekey> outcome = confirmations.confirm(
                ticket,
                message.bytes("signingCertificate"),
                message.bytesOrNull("encryptionCertificate"),
                message.bytes("signature"));
        if (outcome instanceof Refused<Rekey> refused) {
            throw refusal(refused);
        }
        return Map.of(
                "status",
                "confirmed",
                "notAfter",
                confirmations.notAfter(ticket).toString());
    }

    @PostMapping("/failure")
    ResponseEntity<Void> failure(HttpServletRequest http) {
        TicketClaims ticket = tickets.of(http);
        AgentMessage message = AgentMessage.of(http);
        reports.failed(ticket, message.word("code"), message.wordOrNothing("detail"));
        return ResponseEntity.noContent().build();
    }

    private static AgentFault refusal(Refused<Rekey> refused) {
        String code = refused.reasons().get(0).code().substring("refusal.".length());
        return new AgentFault(code.equals("wrong-state") ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST, code);
    }

    private static ResponseEntity<Map<String, @Nullable Object>> pending() {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("status", "pending");
        return ResponseEntity.accepted().body(body);
    }

    private static ResponseEntity<Map<String, @Nullable Object>> issued(Issued issued) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("status", "issued");
        body.put("signingCertificate", text(issued.signing()));
        body.put("encryptionCertificate", issued.encryption() == null ? null : text(issued.encryption()));
        body.put("envelope", issued.envelope() == null ? null : text(issued.envelope()));
        body.put("chain", issued.chain().stream().map(AgentController::text).toList());
        body.put("nonce", issued.nonce());
        return ResponseEntity.ok(body);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
