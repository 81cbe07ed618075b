package org.yanqi.app.ca;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** OCSP over HTTP (RFC 6960, appendix A): POST, and GET with the request in the path. */
@RestController
class StatusController {
    private static final MediaType RESPONSE = MediaType.parseMediaType("application/ocsp-response");
    private static final int LIMIT = 16 * 1024;

    private final Hierarchies hierarchies;
    private final AnswerStatus answers;

    StatusController(Hierarchies hierarchies, AnswerStatus answers) {
        this.hierarchies = hierarchies;
        this.answers = answers;
    }

    @PostMapping("/ca/ocsp/{slug:rsa|sm2}")
    ResponseEntity<byte[]> post(@PathVariable String slug, HttpServletRequest http) throws IOException {
        return answer(slug, http.getInputStream().readNBytes(LIMIT));
    }

    @GetMapping("/ca/ocsp/{slug:rsa|sm2}/{*request}")
    ResponseEntity<byte[]> get(@PathVariable String slug, @PathVariable String request) throws IOException {
        return answer(slug, decode(request.substring(1)));
    }

    private ResponseEntity<byte[]> answer(String slug, byte[] request) throws IOException {
        Hierarchy hierarchy = hierarchies.bySlug(slug).orElse(null);
        if (hierarchy == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(RESPONSE)
                .cacheControl(CacheControl.noCache())
                .body(answers.to(hierarchy, request));
    }

    /** What is no Base64 is no request either, and is answered as such. */
    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
