package org.yanqi.sandbox.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yanqi.sandbox.mail.Mail;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Html;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.WebServer;

/** Everybody's mailbox: the list, one mail, its attachments. HTML of mails is shown in a sandboxed frame. */
public final class MailboxPage {
    private final World world;

    /** The mailbox of this world. */
    public MailboxPage(World world) {
        this.world = world;
    }

    /** Adds its routes. */
    public void routes(WebServer app) {
        app.get("/mailbox", this::list);
        app.get("/mailbox/{id}", this::show);
        app.get("/mailbox/{id}/html", ctx -> {
            ctx.header(
                    "Content-Security-Policy",
                    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: cid:");
            String html = find(ctx).html();
            ctx.contentType("text/html; charset=utf-8").result(html == null ? "" : html);
        });
        app.get("/mailbox/{id}/attachments/{index}", this::download);
    }

    private Mail find(Exchange ctx) {
        return world.mail().find(ctx.pathParam("id")).orElseThrow(() -> new Refusal(404, "UNKNOWN_MAIL", "没有这封邮件"));
    }

    private void list(Exchange ctx) {
        List<Mail> mails = new ArrayList<>(world.mail().all());
        Collections.reverse(mails);
        StringBuilder items = new StringBuilder();
        for (Mail mail : mails) {
            items.append("<li><a href='/mailbox/")
                    .append(mail.id())
                    .append("'><span class='who'>")
                    .append(Html.text(mail.to()))
                    .append("</span><time>")
                    .append(Pages.time(mail.received()))
                    .append("</time><span class='subject'>")
                    .append(Html.text(mail.subject()))
                    .append(
                            mail.attachments().isEmpty()
                                    ? ""
                                    : " <span class='clip' title='有附件'>附 "
                                            + mail.attachments().size() + "</span>")
                    .append("</span></a></li>");
        }
        Pages.show(
                ctx,
                "邮箱",
                "index",
                "<header class='top'><h1>邮箱</h1><p>演练中寄出的全部邮件，收件人不论。</p><nav><a href='/'>回首页</a></nav></header><main class='index' id='live'>"
                        + (mails.isEmpty() ? "<p class='none'>还没有邮件</p>" : "<ul class='mails'>" + items + "</ul>")
                        + "</main><script src='/sandbox.js' defer></script>");
    }

    private void show(Exchange ctx) {
        Mail mail = find(ctx);
        StringBuilder files = new StringBuilder();
        for (int i = 0; i < mail.attachments().size(); i++) {
            Mail.Attachment file = mail.attachments().get(i);
            files.append("<a class='file' href='/mailbox/")
                    .append(mail.id())
                    .append("/attachments/")
                    .append(i)
                    .append("'>")
                    .append(Html.text(file.name()))
                    .append(" <small>")
                    .append(Math.max(1, file.size() / 1024))
                    .append(" KB</small></a>");
        }
        String body = mail.html() == null
                ? "<pre>" + Html.text(mail.text()) + "</pre>"
                : "<iframe sandbox title='邮件正文' src='/mailbox/" + mail.id() + "/html'></iframe>"
                        + (mail.text().isBlank()
                                ? ""
                                : "<details><summary>纯文本</summary><pre>" + Html.text(mail.text()) + "</pre></details>");
        Pages.show(
                ctx,
                mail.subject(),
                "index",
                "<header class='top'><h1>" + Html.text(mail.subject()) + "</h1><p>" + Html.text(mail.from()) + " → "
                        + Html.text(mail.to()) + "　" + Pages.time(mail.received())
                        + "</p><nav><a href='/mailbox'>回邮箱</a><a href='/'>回首页</a></nav></header><main class='index mail'>"
                        + (files.isEmpty() ? "" : "<p class='files'>" + files + "</p>") + body + "</main>");
    }

    private static int index(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refusal(404, "UNKNOWN_ATTACHMENT", "没有这个附件", e);
        }
    }

    private void download(Exchange ctx) {
        Mail mail = find(ctx);
        int index = index(ctx.pathParam("index"));
        byte[] content = world.mail().attachment(mail.id(), index);
        String name = URLEncoder.encode(mail.attachments().get(index).name(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        ctx.header("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.contentType(mail.attachments().get(index).type()).result(content);
    }
}
