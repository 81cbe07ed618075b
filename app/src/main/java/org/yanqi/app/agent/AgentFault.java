package org.yanqi.app.agent;

import org.springframework.http.HttpStatus;

/** A message from the agent that is answered with a code and a sentence. */
class AgentFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    AgentFault(HttpStatus status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }

    static AgentFault malformed() {
        return new AgentFault(HttpStatus.BAD_REQUEST, "message-malformed");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
