package org.yanqi.app.agent;

import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.rekey.TicketRefused;

/** Answers what went wrong with a message of the agent as {@code {"code","message"}}. */
@RestControllerAdvice(basePackageClasses = AgentAnswers.class)
class AgentAnswers {
    private static final Logger log = LoggerFactory.getLogger(AgentAnswers.class);

    private final AgentTexts texts;

    AgentAnswers(AgentTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> fault(AgentFault fault, Locale language) {
        return answer(fault.status(), fault.code(), language);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> ticket(TicketRefused refused, Locale language) {
        log.info("A ticket was refused: {}", refused.code());
        return answer(HttpStatus.UNAUTHORIZED, refused.code(), language);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> gone(NotFound missing, Locale language) {
        log.info("A ticket names what is not there: {}", missing.getMessage());
        return answer(HttpStatus.UNAUTHORIZED, "ticket-invalid", language);
    }

    private ResponseEntity<Map<String, String>> answer(HttpStatus status, String code, Locale language) {
        return ResponseEntity.status(status).body(Map.of("code", code, "message", texts.of(code, language)));
    }
}
