package org.yanqi.sandbox.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;

/** JSON as every stand-in writes it: absent values are left out, instants are ISO 8601. */
public final class Json {
    /** The one mapper, for what the methods here do not cover. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    /** Writes a value. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads an object from what a client sent.
     *
     * @throws Refusal 400 if it is not a JSON object
     */
    public static JsonNode readObject(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node != null && node.isObject()) {
                return node;
            }
            throw new Refusal(400, "PARAM_ERROR", "请求体不是 JSON 对象");
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "PARAM_ERROR", "请求体不是合法的 JSON", e);
        }
    }

    /** The text at a path such as {@code amount.total}; empty when absent. */
    public static String text(JsonNode node, String path) {
        return node.at("/" + path.replace('.', '/')).asText("");
    }
}
