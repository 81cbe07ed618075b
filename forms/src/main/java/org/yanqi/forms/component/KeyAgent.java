package org.yanqi.forms.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The page's wire to the key agent on the customer's machine. What it reports moves the screen only; the server hears the agent itself. */
@Tag("yanqi-key-agent")
@JsModule("./yanqi-key-agent.js")
public class KeyAgent extends Component {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 4_000;
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /**
     * What the agent, or its absence, told the page.
     *
     * @param type connecting, ready, missing, denied (the browser lets no page reach it), blocked, outdated, job, refused or lost
     * @param state of a job: running, waiting-for-pin, done or failed
     */
    public record News(
            String type,
            @Nullable String version,
            boolean busy,
            @Nullable String operation,
            @Nullable String stage,
            int progress,
            @Nullable String state,
            @Nullable String code,
            int triesLeft,
            @Nullable String found,
            @Nullable String pinPage) {}

    /**
     * @param item remembers the running job of this order item over a reload
     * @param minimum the oldest version of the agent that will do
     */
    public KeyAgent(String url, String item, String minimum, Consumer<News> listener) {
        getElement().setProperty("url", url);
        getElement().setProperty("minimum", minimum);
        getElement().setProperty("item", item);
        getElement()
                .addEventListener(
                        "agent",
                        event -> listener.accept(read(event.getEventData().getString("event.detail"))))
                .addEventData("event.detail");
    }

    /** Looks for the agent. */
    public void connect() {
        getElement().callJsFunction("connect");
    }

    public void start(String ticket) {
        getElement().callJsFunction("start", ticket);
    }

    public void cancel() {
        getElement().callJsFunction("cancel");
    }

    private static News read(String json) {
        if (json.length() > LONGEST) {
            return lost();
        }
        try {
            return JSON.readValue(json, News.class);
        } catch (JsonProcessingException malformed) {
            return lost();
        }
    }

    private static News lost() {
        return new News("lost", null, false, null, null, 0, null, null, -1, null, null);
    }
}
