package org.yanqi.app.web;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;

/**
 * Answers machines whose request ended in an exception: JSON with a code, a sentence and, where it is our fault, a
 * reference that staff can search in the log. Never a stack trace. Controllers that know better answer themselves.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    /** The body of an error. */
    record Fault(String code, String message, String reference) {}

    @ExceptionHandler(NotFound.class)
    ResponseEntity<Fault> notFound(NotFound e) {
        return answer(HttpStatus.NOT_FOUND, "not-found", "没有找到所请求的内容 / not found", "");
    }

    @ExceptionHandler(NotAllowed.class)
    ResponseEntity<Fault> notAllowed(NotAllowed e) {
        LOG.info("denied: {}", e.getMessage());
        return answer(HttpStatus.FORBIDDEN, "not-allowed", "没有权限 / not allowed", "");
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Fault> other(Exception e) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            // the security filters answer these
            throw e;
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return badRequest(known.getStatusCode());
        }
        if (e instanceof HttpMessageNotReadableException) {
            return badRequest(HttpStatus.BAD_REQUEST);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("request failed, reference {}", reference, e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "系统出现问题，数据没有丢失，请稍后再试 / something failed, nothing was lost, please try again",
                reference);
    }

    private static ResponseEntity<Fault> badRequest(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> answer(status, "not-found", "没有找到所请求的内容 / not found", "");
            case 405 -> answer(status, "method-not-allowed", "不支持此请求方式 / method not allowed", "");
            case 413 -> answer(status, "too-large", "内容过大 / too large", "");
            case 415 -> answer(status, "media-type", "不支持此内容类型 / media type not supported", "");
            default -> answer(status, "bad-request", "请求内容有误 / malformed request", "");
        };
    }

    private static ResponseEntity<Fault> answer(HttpStatusCode status, String code, String message, String reference) {
        return ResponseEntity.status(status).body(new Fault(code, message, reference));
    }
}
