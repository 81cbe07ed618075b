package org.yanqi.agent.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers in JSON; an error has a code and its text in both languages. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static void answer(Call call, int status, Object body) throws IOException {
        call.answer(status, "application/json; charset=utf-8", MAPPER.writeValueAsBytes(body));
    }

    static void error(Call call, int status, String code) throws IOException {
        answer(call, status, described(code));
    }

    static Map<String, @Nullable Object> described(String code) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", Texts.CHINESE.error(code));
        body.put("messageEn", Texts.ENGLISH.error(code));
        return body;
    }
}
