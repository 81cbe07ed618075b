package org.yanqi.agent.web;

import static org.yanqi.agent.web.Layout.escape;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yanqi.agent.crypto.Certificates;
import org.yanqi.agent.job.Jobs;
import org.yanqi.agent.key.AllKeys;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.UsbKey;
import org.yanqi.agent.software.Fault;
import org.yanqi.agent.software.SoftwareKey;
import org.yanqi.agent.software.SoftwareKeyReader;
import org.yanqi.agent.software.SoftwareKeySpec;
import org.yanqi.agent.web.Layout.Extra;

/** {@code /}: the keys, what is on them, and for software keys the handles that a real key has at its plug. */
final class StatusPage {
    private final SoftwareKeyReader keys;
    private final AllKeys everyKey;
    private final Csrf csrf;
    private final List<String> origins;
    private final Jobs jobs;

    StatusPage(SoftwareKeyReader keys, AllKeys all, Csrf csrf, List<String> origins, Jobs jobs) {
        this.jobs = jobs;
        this.keys = keys;
        this.everyKey = all;
        this.csrf = csrf;
        this.origins = origins;
    }

    void show(Call call, Texts texts) throws IOException {
        StringBuilder content = new StringBuilder();
        Optional.ofNullable(call.query().get("message"))
                .filter(word -> texts.has("message." + word))
                .ifPresent(word -> content.append(
                        Layout.notice(word.startsWith("not-") ? "bad" : "good", texts.get("message." + word))));
        content.append(
                "<p class=\"hint\">%s</p>".formatted(escape(texts.get("status.sites", String.join(" ", origins)))));
        jobs.running()
                .ifPresent(job -> content.append("<p class=\"notice\"><a href=\"/pin/%s\">%s</a></p>"
                        .formatted(
                                job.id(),
                                escape(texts.get(
                                        "status.job",
                                        texts.get("operation." + job.ticket().operation()),
                                        Objects.requireNonNullElse(job.ticket().order(), ""))))));
        List<SoftwareKey> all = keys.all();
        String others = others(texts);
        if (all.isEmpty() && others.isEmpty()) {
            content.append(Layout.notice("", texts.get("status.no-keys")));
        }
        content.append(others);
        for (SoftwareKey key : all) {
            content.append(key(texts, key));
        }
        Layout.answer(call, 200, texts, texts.get("status.title"), content.toString(), Extra.NONE);
    }

    /** Real keys: they have a plug and their vendor's own tool, so that there is nothing to press here. */
    private String others(Texts texts) {
        StringBuilder cards = new StringBuilder();
        try {
            for (UsbKey key : everyKey.inserted()) {
                if (!key.kind().equals(keys.kind())) {
                    cards.append(plain(texts, key));
                }
            }
        } catch (KeyTrouble trouble) {
            cards.append(Layout.notice("bad", texts.error(trouble.kind().code())));
        }
        return cards.toString();
    }

    private static String plain(Texts texts, UsbKey key) throws KeyTrouble {
        StringBuilder card = new StringBuilder(
                "<section class=\"key in\"><h2><span class=\"serial\">%s</span> <span class=\"state\">%s</span></h2>"
                        .formatted(escape(key.serial()), escape(texts.get("key.in"))));
        card.append("<ul class=\"certificates\">");
        List<Container> newestFirst = new ArrayList<>(key.containers());
        Collections.reverse(newestFirst);
        for (Container container : newestFirst) {
            card.append(certificate(texts, container));
        }
        card.append("</ul>");
        if (key.tries().locked()) {
            card.append(Layout.notice("bad", texts.get("key.locked")));
        }
        return card.append("</section>").toString();
    }

    private String key(Texts texts, SoftwareKey key) throws IOException {
        boolean in = key.inserted();
        StringBuilder card = new StringBuilder(
                "<section class=\"key%s\"><h2><span class=\"serial\">%s</span> <span class=\"state\">%s</span></h2>"
                        .formatted(
                                in ? " in" : "", escape(key.serial()), escape(texts.get(in ? "key.in" : "key.out"))));
        card.append("<ul class=\"certificates\">");
        List<Container> newestFirst = new ArrayList<>(key.content());
        Collections.reverse(newestFirst);
        for (Container container : newestFirst) {
            card.append(certificate(texts, container));
        }
        card.append("</ul>");
        int tries = key.triesOnLabel();
        card.append("<p class=\"hint\">%s</p>"
                .formatted(escape(texts.get(tries == 0 ? "key.locked" : "key.tries", tries))));
        Optional<Fault> fault = key.fault();
        fault.ifPresent(due ->
                card.append(Layout.notice("bad", texts.get("key.fault", texts.get("fault." + due.word())))));
        card.append("<div class=\"buttons\">");
        if (in) {
            card.append(button(texts, key, "remove", texts.get("key.remove"), ""));
        } else {
            card.append(button(texts, key, "insert", texts.get("key.insert"), " class=\"first\""));
            card.append(button(texts, key, "only", texts.get("key.only"), ""));
        }
        card.append("</div>");
        card.append(details(texts.get("key.change-pin"), pinForm(texts, key)));
        card.append(details(texts.get("key.unlock"), unlockForm(texts, key)));
        card.append(details(texts.get("key.inject"), faultForm(texts, key)));
        return card.append("</section>").toString();
    }

    private static String certificate(Texts texts, Container container) {
        String state = texts.get("state." + container.state().name().toLowerCase(Locale.ROOT));
        X509CertificateHolder certificate = container.certificate();
        String what = certificate == null ? texts.get("key.no-certificate") : Certificates.holder(certificate);
        String tags = "<span class=\"tag\">%s</span> <span class=\"tag\">%s</span>"
                .formatted(escape(state), container.algorithm().name().replace('_', '-'));
        return "<li>%s %s%s</li>"
                .formatted(tags, escape(what), certificate == null ? "" : validity(texts, container, certificate));
    }

    private static String validity(Texts texts, Container container, X509CertificateHolder certificate) {
        String uses = container.encryptionCertificate() == null ? "" : " " + texts.get("key.with-encryption");
        return "<br><span class=\"whole\">%s</span>%s<br><span class=\"serial\">%s</span>"
                .formatted(
                        escape(texts.get("key.validity", Layout.day(certificate.getNotAfter()))),
                        escape(uses),
                        escape(texts.get(
                                "key.serial", certificate.getSerialNumber().toString(16))));
    }

    private String open(SoftwareKey key, String action) {
        String path = "/keys/" + key.name() + "/" + action;
        return "<form method=\"post\" action=\"%s\" autocomplete=\"off\"><input type=\"hidden\" name=\"csrf\" value=\"%s\">"
                .formatted(escape(path), csrf.token(path));
    }

    private String button(Texts texts, SoftwareKey key, String action, String label, String attributes) {
        return open(key, action)
                + "<button%s aria-label=\"%s\">%s</button></form>"
                        .formatted(attributes, escape(texts.get("key.named", label, key.serial())), escape(label));
    }

    private static String details(String summary, String content) {
        return "<details><summary>%s</summary>%s</details>".formatted(escape(summary), content);
    }

    private String pinForm(Texts texts, SoftwareKey key) {
        return open(key, "pin")
                + password(texts, "present")
                + password(texts, "next")
                + password(texts, "repeat")
                + submit(texts);
    }

    private String unlockForm(Texts texts, SoftwareKey key) {
        return open(key, "unlock")
                + "<p class=\"hint\">%s</p>"
                        .formatted(escape(texts.get("key.unlock-hint", SoftwareKeySpec.COUNTER_PIN)))
                + password(texts, "counter")
                + password(texts, "next")
                + password(texts, "repeat")
                + submit(texts);
    }

    private String faultForm(Texts texts, SoftwareKey key) {
        StringBuilder form = new StringBuilder(open(key, "fault"));
        form.append("<label>%s<select name=\"fault\"><option value=\"\">%s</option>"
                .formatted(escape(texts.get("fault.label")), escape(texts.get("fault.none"))));
        for (Fault fault : Fault.values()) {
            form.append("<option value=\"%s\">%s</option>"
                    .formatted(fault.word(), escape(texts.get("fault." + fault.word()))));
        }
        return form.append("</select></label>").append(submit(texts)).toString();
    }

    private static String password(Texts texts, String name) {
        return "<label>%s<input type=\"password\" name=\"%s\" minlength=\"6\" maxlength=\"16\" autocomplete=\"off\" required></label>"
                .formatted(escape(texts.get("pin." + name)), name);
    }

    private static String submit(Texts texts) {
        return "<div class=\"buttons\"><button>%s</button></div></form>".formatted(escape(texts.get("submit")));
    }
}
