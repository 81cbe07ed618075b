package org.yanqi.app.agent;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yanqi.process.rekey.SelfTestResult;
import org.yanqi.process.rekey.TestEncryption;
import org.yanqi.process.rekey.TicketClaims;

/** Takes what came of an encrypt/decrypt self-test, proven by its ticket; repeatable. */
@RestController
@RequestMapping("/api/agent")
class SelfTestController {
    private final TicketHeader tickets;
    private final TestEncryption tests;

    SelfTestController(TicketHeader tickets, TestEncryption tests) {
        this.tickets = tickets;
        this.tests = tests;
    }

    @PostMapping("/self-test")
    ResponseEntity<Void> selfTest(HttpServletRequest http) {
        TicketClaims ticket = tickets.of(http);
        AgentMessage message = AgentMessage.of(http);
        String failure = message.wordOrNothing("failure");
        SelfTestResult result =
                failure.isEmpty() ? tests.opened(ticket, message.bytes("plaintext")) : tests.failed(ticket, failure);
        if (failure.isEmpty() && !result.passed()) {
            throw new AgentFault(HttpStatus.BAD_REQUEST, "not-decrypted");
        }
        return ResponseEntity.noContent().build();
    }
}
