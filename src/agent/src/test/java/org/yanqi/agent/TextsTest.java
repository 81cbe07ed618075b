package org.yanqi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.yanqi.agent.job.Stage;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.software.Fault;
import org.yanqi.agent.ticket.TicketRefused;

class TextsTest {
    @Test
    void both_languages_have_the_same_keys() throws Exception {
        assertThat(texts("texts_en").keySet()).isEqualTo(texts("texts").keySet());
    }

    @Test
    void every_code_and_fault_has_a_text() throws Exception {
        Properties texts = texts("texts");
        for (KeyTrouble.Kind kind : KeyTrouble.Kind.values()) {
            assertThat(texts).containsKey("error." + kind.code());
        }
        for (TicketRefused.Reason reason : TicketRefused.Reason.values()) {
            assertThat(texts).containsKey("error." + reason.code());
        }
        for (Fault fault : Fault.values()) {
            assertThat(texts).containsKey("fault." + fault.word());
        }
    }

    @Test
    void progress_never_goes_back() {
        assertThat(Arrays.stream(Stage.values()).map(Stage::progress)).isSorted();
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Agent.class.getResourceAsStream("web/" + name + ".properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
