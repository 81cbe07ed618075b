package org.yanqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailAndMemoryTest {
    private static void send(String to, String subject) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(Rehearsal.smtpPort()));
        Session session = Session.getInstance(properties);
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("yanqi@example.cn"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>发票已开具 <script>alert(1)</script></p>", "UTF-8", "html");
        MimeBodyPart file = new MimeBodyPart();
        file.setText("内容", "UTF-8");
        file.setFileName("invoice.txt");
        message.setContent(new MimeMultipart(html, file));
        Transport.send(message);
    }

    private static JsonNode mailsTo(String to) {
        return Rehearsal.json(Rehearsal.get("/control/mails?to=" + to));
    }

    @Test
    void a_mail_is_kept_with_its_html_and_its_attachment() throws MessagingException {
        send("kept@example.cn", "您的发票");
        JsonNode mail = mailsTo("kept@example.cn").path(0);
        assertThat(mail.path("subject").asText()).isEqualTo("您的发票");
        assertThat(mail.path("messageId").asText()).isNotEmpty();
        assertThat(mail.at("/attachments/0/name").asText()).isEqualTo("invoice.txt");
        String address = "/mailbox/" + mail.path("id").asText();
        assertThat(Rehearsal.get(address)).contains("<iframe sandbox").doesNotContain("<script>alert");
        assertThat(Rehearsal.get(address + "/attachments/0")).isEqualTo("内容");
    }

    @Test
    void mail_can_be_refused_and_the_port_can_be_closed() throws MessagingException {
        Rehearsal.control("switches/smtp", "{\"mode\":\"failing\"}");
        assertThatThrownBy(() -> send("lost@example.cn", "一")).isInstanceOf(MessagingException.class);
        Rehearsal.control("switches/smtp", "{\"mode\":\"down\"}");
        assertThatThrownBy(() -> send("lost@example.cn", "二")).isInstanceOf(MessagingException.class);
        Rehearsal.control("switches/smtp", "{\"mode\":\"normal\"}");
        send("lost@example.cn", "三");
        assertThat(mailsTo("lost@example.cn")).hasSize(1);
    }

    @Test
    void papers_and_state_outlive_a_restart(@TempDir Path data) throws IOException {
        String papers;
        int smtp = Rehearsal.freePort();
        try (Sandbox first = Sandbox.start(Rehearsal.options(data, smtp))) {
            papers = Files.readString(data.resolve("wechat-merchant-key.pem"));
            Rehearsal.send(
                    "POST",
                    first.url() + "/control/platforms/LN-JSGC/open-bids",
                    "application/json",
                    "{\"certificateSerial\":\"*\",\"project\":\"桥梁\",\"opensAt\":\"2026-12-01\"}");
        }
        try (Sandbox second = Sandbox.start(Rehearsal.options(data, smtp))) {
            assertThat(Files.readString(data.resolve("wechat-merchant-key.pem")))
                    .isEqualTo(papers);
            assertThat(Rehearsal.get(second.url() + "/control/open-bids")).contains("桥梁");
        }
    }

    @Test
    void every_page_shows_and_an_unknown_address_does_not() {
        assertThat(Rehearsal.get("/")).contains("服务开关", "待付款", "大连市公共资源平台");
        assertThat(Rehearsal.get("/mailbox")).contains("邮箱");
        assertThat(Rehearsal.get("/sandbox.css")).contains("--accent");
        assertThat(Rehearsal.send("GET", "/phone/pay/none", "text/plain", "").statusCode())
                .isEqualTo(404);
        assertThat(Rehearsal.send("POST", "/nowhere", "text/plain", "").statusCode())
                .isEqualTo(404);
    }
}
