package org.yanqi.app.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.yanqi.app.OnPostgres;

/** What machines get when they ask for something wrong: never 2xx, never a page, never a stack trace. */
@OnPostgres
class MachinesTest {
    private MockMvc http;

    @BeforeEach
    void http(@Autowired WebApplicationContext context, @Autowired BodyLimit limit) {
        http = MockMvcBuilders.webAppContextSetup(context)
                .addFilter(limit)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/callbacks/nobody", "/api/unknown"})
    void an_unknown_callback_is_never_counted_as_delivered(String path) throws Exception {
        http.perform(post(path).contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().is4xxClientError())
                .andExpect(jsonPath("$.code").value("not-found"));
    }

    @Test
    void a_body_that_no_callback_would_send_is_refused_before_it_is_read() throws Exception {
        http.perform(post("/api/callbacks/nobody").content(new byte[10 * 1024 * 1024]))
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.code").value("too-large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/engine", "/camunda/app", "/h2-console"})
    void the_doors_of_the_engine_and_the_database_are_shut(String path) throws Exception {
        http.perform(get(path)).andExpect(result -> {
            int answer = result.getResponse().getStatus();
            if (answer >= 200 && answer < 300) {
                throw new AssertionError(path + " answered " + answer);
            }
        });
    }

    @Test
    void health_tells_strangers_whether_and_not_what() throws Exception {
        http.perform(get("/actuator/health/liveness"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"status\":\"UP\"}"));
        http.perform(get("/actuator/health/invariants")).andExpect(status().isUnauthorized());
    }
}
