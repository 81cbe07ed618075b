package org.yanqi.app.agent;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.yanqi.process.certificate.KeyContents;
import org.yanqi.process.rekey.AgentReports.FoundKey;

/** Reads the agent's JSON by hand, so that whatever it is, it is either whole or answered with 400. */
final class AgentMessage {
    private static final int LIMIT = 64 * 1024;
    private static final int MOST_KEYS = 16;
    private static final int MOST_CERTIFICATES = 16;
    private static final int LONGEST_WORD = 2000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;

    private AgentMessage(JsonNode node) {
        this.node = node;
    }

    /** @throws AgentFault if the body is too long or no JSON object */
    static AgentMessage of(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
            if (body.length > LIMIT) {
                throw new AgentFault(HttpStatus.PAYLOAD_TOO_LARGE, "message-too-long");
            }
            JsonNode node = JSON.readTree(body);
            if (node == null || !node.isObject()) {
                throw AgentFault.malformed();
            }
            return new AgentMessage(node);
        } catch (IOException e) {
            // no JSON, cut off midway, or not even UTF-8
            throw AgentFault.malformed();
        }
    }

    String word(String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.textValue().length() > LONGEST_WORD) {
            throw AgentFault.malformed();
        }
        return value.textValue();
    }

    String wordOrNothing(String name) {
        return node.hasNonNull(name) ? word(name) : "";
    }

    byte[] bytes(String name) {
        return decode(node.path(name));
    }

    byte @Nullable [] bytesOrNull(String name) {
        return node.hasNonNull(name) ? bytes(name) : null;
    }

    List<FoundKey> keys() {
        JsonNode keys = node.path("keys");
        if (!keys.isArray() || keys.size() > MOST_KEYS) {
            throw AgentFault.malformed();
        }
        List<FoundKey> found = new ArrayList<>();
        for (JsonNode key : keys) {
            AgentMessage one = new AgentMessage(key);
            JsonNode certificates = key.path("certificates");
            if (!certificates.isArray() || certificates.size() > MOST_CERTIFICATES) {
                throw AgentFault.malformed();
            }
            List<byte[]> signing = new ArrayList<>();
            List<KeyContents.Found> contents = new ArrayList<>();
            for (JsonNode certificate : certificates) {
                byte[] der = decode(certificate.path("der"));
                boolean signs = certificate.path("role").asText().equals("signing");
                boolean old = certificate.path("state").asText().equals("old");
                contents.add(
                        new KeyContents.Found(signs ? KeyContents.Use.SIGNING : KeyContents.Use.ENCRYPTION, old, der));
                if (signs) {
                    signing.add(der);
                }
            }
            found.add(new FoundKey(
                    one.word("keySerial"),
                    one.word("kind"),
                    key.path("freeSlots").asInt(),
                    signing,
                    contents));
        }
        return found;
    }

    private static byte[] decode(JsonNode value) {
        if (!value.isTextual()) {
            throw AgentFault.malformed();
        }
        try {
            return Base64.getDecoder().decode(value.textValue());
        } catch (IllegalArgumentException e) {
            throw AgentFault.malformed();
        }
    }
}
