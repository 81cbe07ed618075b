package org.yanqi.agent.web;

import static org.yanqi.agent.web.Layout.escape;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yanqi.agent.crypto.Certificates;
import org.yanqi.agent.job.Job;
import org.yanqi.agent.job.JobFailure;
import org.yanqi.agent.job.Jobs;
import org.yanqi.agent.job.PinPrompt;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.PinTries;
import org.yanqi.agent.key.UsbKey;
import org.yanqi.agent.web.Layout.Extra;

/** {@code /pin/<job>}: says what is about to be done, takes the PIN, and says what became of it. */
final class PinPages {
    private final Jobs jobs;
    private final Csrf csrf;

    PinPages(Jobs jobs, Csrf csrf) {
        this.jobs = jobs;
        this.csrf = csrf;
    }

    void handle(Call call, Texts texts) throws IOException, InterruptedException {
        Optional<Job> job = jobs.find(call.path().substring("/pin/".length()));
        if (job.isEmpty()) {
            Layout.answer(
                    call,
                    404,
                    texts,
                    texts.get("pin.title"),
                    Layout.notice("bad", texts.error("job-unknown")),
                    Extra.NONE);
        } else if (call.method().equals("POST")) {
            posted(call, texts, job.get());
        } else {
            show(call, texts, job.get());
        }
    }

    private void posted(Call call, Texts texts, Job job) throws IOException, InterruptedException {
        Map<String, String> form = call.form();
        if (!csrf.permits(call, form)) {
            String notice = Layout.notice("bad", texts.get("forged"));
            Layout.answer(call, 403, texts, texts.get("pin.title"), notice, Extra.NONE);
        } else if (form.containsKey("cancel")) {
            job.cancel();
            String notice = Layout.notice("", texts.get("pin.cancelled"));
            Layout.answer(call, 200, texts, texts.get("pin.title"), notice, Extra.CLOSE);
        } else if (form.getOrDefault("pin", "").isEmpty() || job.state() != Job.State.WAITING_FOR_PIN) {
            show(call, texts, job);
        } else {
            Optional<PinPrompt.Answer> answer = job.prompt()
                    .offer(number(form), form.get("key"), form.get("pin").toCharArray());
            if (answer.isPresent()) {
                tried(call, texts, job, answer.get());
            } else {
                show(call, texts, job);
            }
        }
    }

    private static int number(Map<String, String> form) {
        String attempt = form.getOrDefault("attempt", "");
        return attempt.matches("[0-9]{1,4}") ? Integer.parseInt(attempt) : -1;
    }

    private void tried(Call call, Texts texts, Job job, PinPrompt.Answer answer) throws IOException {
        String title = texts.get("pin.title");
        PinTries tries = answer.tries();
        if (answer.accepted()) {
            String notice = Layout.notice(
                    "good", texts.get("pin.accepted." + job.ticket().operation()));
            Layout.answer(call, 200, texts, operation(texts, job), notice, Extra.CLOSE);
        } else if (tries != null && !tries.locked()) {
            again(call, texts, job, wrong(texts, tries));
        } else if (answer.trouble() == null) {
            again(call, texts, job, texts.get("pin.choose-first"));
        } else {
            String notice = Layout.notice("bad", texts.error(answer.trouble().code()));
            Layout.answer(call, 200, texts, title, notice, Extra.NONE);
        }
    }

    private static String wrong(Texts texts, PinTries tries) {
        return tries.told() ? texts.get("pin.wrong", tries.left()) : texts.get("pin.wrong.untold");
    }

    private void again(Call call, Texts texts, Job job, String notice) throws IOException {
        String content = Layout.notice("bad", notice) + facts(texts, job) + form(call, texts, job);
        Layout.answer(call, 200, texts, texts.get("pin.title"), content, Extra.NONE);
    }

    private void show(Call call, Texts texts, Job job) throws IOException {
        String operation = operation(texts, job);
        JobFailure failure = job.failure();
        if (job.state() == Job.State.WAITING_FOR_PIN) {
            String content = facts(texts, job) + tries(texts, job) + form(call, texts, job);
            Layout.answer(call, 200, texts, texts.get("pin.title"), content, Extra.NONE);
        } else if (job.state() == Job.State.FAILED && failure != null) {
            String notice = Layout.notice("bad", texts.error(failure.code()));
            Layout.answer(call, 200, texts, operation, notice, Extra.NONE);
        } else if (job.state() == Job.State.DONE) {
            Layout.answer(call, 200, texts, operation, Layout.notice("good", texts.get("pin.done")), Extra.CLOSE);
        } else {
            boolean early = job.keys().isEmpty();
            String notice = Layout.notice("", texts.get(early ? "pin.reading" : "pin.working"));
            Layout.answer(call, 200, texts, operation, notice, Extra.REFRESH);
        }
    }

    private static String operation(Texts texts, Job job) {
        return texts.get("operation." + job.ticket().operation());
    }

    private static String tries(Texts texts, Job job) {
        if (job.keys().size() != 1) {
            return Layout.notice("", texts.get("pin.several"));
        }
        try {
            PinTries tries = job.keys().get(0).tries();
            if (tries.left() == 1) {
                return Layout.notice("bad", texts.get("pin.last"));
            }
            return tries.told()
                    ? Layout.notice("", texts.get("pin.tries", tries.left()))
                    : tries.low() ? Layout.notice("bad", texts.get("pin.low")) : "";
        } catch (KeyTrouble gone) {
            return Layout.notice("bad", texts.error(gone.kind().code()));
        }
    }

    private static String facts(Texts texts, Job job) {
        StringBuilder list = new StringBuilder("<dl>");
        fact(list, texts.get("fact.operation"), operation(texts, job));
        fact(list, texts.get("fact.site"), job.ticket().origin());
        String order = job.ticket().order();
        if (order != null) {
            fact(list, texts.get("fact.order"), order);
        }
        if (job.keys().size() == 1) {
            UsbKey key = job.keys().get(0);
            // What the key says of its holder, not what a site says: the customer decides by this.
            current(key).ifPresent(certificate -> {
                fact(list, texts.get("fact.holder"), Certificates.holder(certificate));
                fact(list, texts.get("fact.expiry"), Layout.day(certificate.getNotAfter()));
            });
            fact(list, texts.get("fact.key"), key.serial());
        }
        return list.append("</dl>").toString();
    }

    /** The keys to choose from; nothing where there is one only. */
    private static String choice(Texts texts, Job job) {
        if (job.keys().size() < 2) {
            return "";
        }
        StringBuilder choice =
                new StringBuilder("<fieldset><legend>%s</legend>".formatted(escape(texts.get("pin.which-key"))));
        for (UsbKey key : job.keys()) {
            String holder = current(key).map(Certificates::holder).orElse("");
            choice.append(
                    "<label class=\"choice\"><input type=\"radio\" name=\"key\" value=\"%s\" required> <span>%s<br><span class=\"serial\">%s</span></span></label>"
                            .formatted(escape(key.serial()), escape(holder), escape(key.serial())));
        }
        return choice.append("</fieldset>").toString();
    }

    private static Optional<X509CertificateHolder> current(UsbKey key) {
        try {
            return key.containers().stream()
                    .filter(container -> container.state() == ContainerState.CURRENT)
                    .map(Container::certificate)
                    .filter(Objects::nonNull)
                    .findFirst();
        } catch (KeyTrouble gone) {
            return Optional.empty();
        }
    }

    private static void fact(StringBuilder list, String name, String value) {
        list.append("<dt>%s</dt><dd>%s</dd>".formatted(escape(name), escape(value)));
    }

    private String form(Call call, Texts texts, Job job) {
        return """
                <form method="post" action="%s" autocomplete="off">
                <input type="hidden" name="csrf" value="%s">
                <input type="hidden" name="attempt" value="%d">
                %s
                <label for="pin">%s</label>
                <input id="pin" name="pin" type="password" minlength="6" maxlength="16" autocomplete="off" autofocus required>
                <p class="hint">%s</p>
                <div class="buttons"><button class="first">%s</button><button name="cancel" value="1" formnovalidate>%s</button></div>
                </form>
                """.formatted(
                        escape(call.path()),
                        csrf.token(call.path()),
                        job.prompt().attempt(),
                        choice(texts, job),
                        escape(texts.get("pin.label")),
                        escape(texts.get("pin.hint")),
                        escape(texts.get("pin.submit")),
                        escape(texts.get("pin.cancel")));
    }
}
