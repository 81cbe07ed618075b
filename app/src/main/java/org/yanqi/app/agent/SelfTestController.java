package org.yanqi.app.agent;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yanqi.process.rekey.SelfTestResult;
import org.yanqi.process.rekey.TestEncryption;
import org.yanqi.process.rekey.TicketClaims;
import org.yanqi.process.rekey.TicketRefused;
import org.yanqi.process.rekey.port.TicketSeal;

/** Takes what came of an encrypt/decrypt self-test, proven by its ticket; repeatable. */
@RestController
@RequestMapping("/api/agent")
class SelfTestController {
    private static final String SCHEME = "Ticket ";
    private static final int LONGEST_TICKET = 8 * 1024;

    private final TicketSeal seal;
    private final TestEncryption tests;

    SelfTestController(TicketSeal seal, TestEncryption tests) {
        this.seal = seal;
        this.tests = tests;
    }

    @PostMapping("/self-test")
    ResponseEntity<Void> selfTest(HttpServletRequest http) {
        TicketClaims ticket = ticket(http);
        AgentMessage message = AgentMessage.of(http);
        String failure = message.wordOrNothing("failure");
        SelfTestResult result =
                failure.isEmpty() ? tests.opened(ticket, message.bytes("plaintext")) : tests.failed(ticket, failure);
        if (failure.isEmpty() && !result.passed()) {
            throw new AgentFault(HttpStatus.BAD_REQUEST, "not-decrypted");
        }
        return ResponseEntity.noContent().build();
    }

    private TicketClaims ticket(HttpServletRequest http) {
        return Optional.ofNullable(http.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(SCHEME) && header.length() <= LONGEST_TICKET)
                .flatMap(header -> seal.open(header.substring(SCHEME.length()).strip()))
                .orElseThrow(() -> new TicketRefused("ticket-invalid"));
    }
}
