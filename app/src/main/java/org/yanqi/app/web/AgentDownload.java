package org.yanqi.app.web;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.yanqi.forms.component.AgentAddress;
import org.yanqi.forms.component.AgentProgram;

/** Hands out the key agent to everybody: the program as the operator laid it there, never from inside this product's own jar. */
@RestController
class AgentDownload {
    private final AgentProgram program;
    private final AgentAddress address;

    AgentDownload(AgentProgram program, AgentAddress address) {
        this.program = program;
        this.address = address;
    }

    /** 404 while there is none; the page then names the hot-line. */
    @GetMapping(AgentProgram.DOWNLOAD)
    ResponseEntity<Resource> program() {
        return program.file()
                .<ResponseEntity<Resource>>map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/java-archive"))
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment("yanqi-key-agent.jar"))
                        .body(new FileSystemResource(file)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The settings beside it: this product's own origin is the only one that the agent is to serve. */
    @GetMapping(AgentProgram.SETTINGS)
    ResponseEntity<String> settings() {
        var origin = address.configured()
                .orElseGet(() ->
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("agent.properties"))
                .body("origins=" + origin + "\n");
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
