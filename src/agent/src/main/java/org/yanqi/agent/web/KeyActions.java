package org.yanqi.agent.web;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.software.Fault;
import org.yanqi.agent.software.SoftwareKey;
import org.yanqi.agent.software.SoftwareKeyReader;

/** {@code POST /keys/<name>/<action>}: what a person does to a software key with their hands, or the counter for them. */
final class KeyActions {
    private final SoftwareKeyReader keys;
    private final Csrf csrf;

    KeyActions(SoftwareKeyReader keys, Csrf csrf) {
        this.keys = keys;
        this.csrf = csrf;
    }

    void handle(Call call, Texts texts) throws IOException {
        String[] parts = call.path().split("/");
        Map<String, String> form = call.form();
        Optional<SoftwareKey> key = parts.length == 4 ? keys.find(parts[2]) : Optional.empty();
        if (!csrf.permits(call, form)) {
            String notice = Layout.notice("bad", texts.get("forged"));
            Layout.answer(call, 403, texts, texts.get("status.title"), notice, Layout.Extra.NONE);
        } else if (key.isEmpty()) {
            Json.error(call, 404, "not-found");
        } else {
            call.seeOther("/?message=" + act(key.get(), parts[3], form));
        }
    }

    /** Does it, and names the message that tells so; a name that begins with "not-" tells of a refusal. */
    private String act(SoftwareKey key, String action, Map<String, String> form) throws IOException {
        try {
            return switch (action) {
                case "insert" -> {
                    key.insert();
                    yield "inserted";
                }
                case "only" -> {
                    for (SoftwareKey other : keys.all()) {
                        other.remove();
                    }
                    key.insert();
                    yield "inserted";
                }
                case "remove" -> {
                    key.remove();
                    yield "removed";
                }
                case "pin" -> changePin(key, form);
                case "unlock" -> unlock(key, form);
                case "fault" -> fault(key, form.getOrDefault("fault", ""));
                default -> "not-possible";
            };
        } catch (KeyTrouble trouble) {
            return "not-" + trouble.kind().code();
        } catch (IllegalArgumentException | GeneralSecurityException refused) {
            return "not-possible";
        }
    }

    private static String changePin(SoftwareKey key, Map<String, String> form) throws KeyTrouble {
        String next = form.getOrDefault("next", "");
        if (!next.equals(form.get("repeat"))) {
            return "not-repeated";
        }
        key.changePin(form.getOrDefault("present", "").toCharArray(), next.toCharArray());
        return "pin-changed";
    }

    private static String unlock(SoftwareKey key, Map<String, String> form)
            throws IOException, GeneralSecurityException {
        String next = form.getOrDefault("next", "");
        if (!next.equals(form.get("repeat"))) {
            return "not-repeated";
        }
        boolean done = key.reset(form.getOrDefault("counter", "").toCharArray(), next.toCharArray());
        return done ? "unlocked" : "not-counter";
    }

    private static String fault(SoftwareKey key, String word) throws IOException {
        if (word.isEmpty()) {
            key.heal();
            return "healed";
        }
        key.fail(Fault.of(word));
        return "fault-set";
    }
}
