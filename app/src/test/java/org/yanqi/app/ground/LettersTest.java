package org.yanqi.app.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yanqi.app.OnPostgres;
import org.yanqi.app.TestMail;
import org.yanqi.app.renewal.Customers;
import org.yanqi.process.notice.NoticesOf;
import org.yanqi.process.notice.SendNotice;
import org.yanqi.process.notice.SettleLetter;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.SearchWorkItems;
import org.yanqi.process.worklist.WorkItemState;

/** A letter is sent at least once, under one Message-ID, with the change it tells of and never without it. */
@OnPostgres
class LettersTest {
    private final GreenMail server =
            new GreenMail(new ServerSetup(TestMail.PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UUID renewal = UUID.randomUUID();
    /** Letters of one test may arrive during another. */
    private final String to = renewal + "@example.org";

    @Autowired
    SendNotice send;

    @Autowired
    NoticesOf notices;

    @Autowired
    SettleLetter settle;

    @Autowired
    SearchWorkItems work;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void a_letter_arrives_as_html_and_text_with_its_enclosure() throws Exception {
        server.start();
        queue("invoice-issued", Locale.SIMPLIFIED_CHINESE, Map.of("order", "PLYQHB2026112210001", "title", "<沈阳>公司"));
        await().atMost(PATIENCE).until(() -> mine().size() == 1);
        MimeMessage letter = mine().get(0);
        assertThat(letter.getSubject()).isEqualTo("订单 PLYQHB2026112210001 的发票已开具");
        String whole = whole(letter);
        assertThat(whole).contains("name=invoice.pdf");
        assertThat(textOf(letter)).contains("&lt;沈阳&gt;公司", "网联平台", "400-125-7788");
        // facts that nobody named leave no hole
        assertThat(textOf(letter)).doesNotContain("{", "发票号码");
    }

    @Test
    void a_letter_waits_while_the_server_is_down_and_keeps_its_id() throws Exception {
        queue("rekeyed", Locale.ENGLISH, Map.of("name", "Li", "until", "2027-11-22"));
        await().atMost(PATIENCE).until(() -> notices.caseOf(renewal).get(0).attempts() >= 2);
        assertThat(notices.caseOf(renewal).get(0).sent()).isNull();
        server.start();
        await().atMost(PATIENCE).until(() -> notices.caseOf(renewal).get(0).sent() != null);
        MimeMessage letter = mine().get(0);
        assertThat(letter.getMessageID())
                .isEqualTo("<" + notices.caseOf(renewal).get(0).id() + "@yanqi.local>");
        assertThat(letter.getSubject()).isEqualTo("Your certificate was updated");
    }

    @Test
    void an_address_that_never_works_becomes_work_and_the_letter_goes_to_the_right_one() {
        server.start();
        var service = Customers.staff(Role.CUSTOMER_SERVICE);
        send.send("rekeyed", "not an address", Locale.CHINA, Map.of(), List.of(), renewal, renewal + "/refused");
        await().atMost(PATIENCE).until(() -> !work.ofCase(service, renewal).isEmpty());
        var item = work.ofCase(service, renewal).get(0);
        assertThat(item.kind()).isEqualTo(SettleLetter.KIND);
        assertThat(settle.letter(service, item.id()).sent()).isNull();
        assertThat(settle.sendTo(service, item.id(), "still none").isAccepted()).isFalse();

        assertThat(settle.sendTo(service, item.id(), to).isAccepted()).isTrue();
        await().atMost(PATIENCE).until(() -> mine().size() == 1);
        assertThat(work.one(service, item.id()).state()).isEqualTo(WorkItemState.DONE);
    }

    @Test
    void the_same_key_is_sent_once() {
        server.start();
        String once = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            send.send("update-key", to, Locale.CHINA, Map.of(), List.of(), renewal, once);
        }
        await().atMost(PATIENCE)
                .until(() -> notices.caseOf(renewal).stream().allMatch(notice -> notice.sent() != null));
        assertThat(notices.caseOf(renewal)).hasSize(1);
    }

    @Test
    void a_letter_about_a_change_that_was_rolled_back_is_never_sent() {
        server.start();
        transaction.executeWithoutResult(status -> {
            queue("update-key", Locale.CHINA, Map.of());
            status.setRollbackOnly();
        });
        assertThat(notices.caseOf(renewal)).isEmpty();
    }

    @Test
    void every_kind_is_written_in_both_languages_even_without_a_fact() {
        List<String> kinds = Arrays.asList(
                "order-placed",
                "payment-received",
                "update-key",
                "update-key-reminder",
                "activate-platforms",
                "invoice-issued",
                "invoice-dispatched",
                "password-reset",
                "rekeyed",
                "renewal-cancelled");
        server.start();
        for (String kind : kinds) {
            queue(kind, Locale.CHINA, Map.of("order", "1"));
            queue(kind, Locale.ENGLISH, Map.of("order", "1"));
        }
        assertThat(notices.caseOf(renewal))
                .hasSize(2 * kinds.size())
                .allSatisfy(notice -> assertThat(notice.subject()).isNotBlank());
    }

    private List<MimeMessage> mine() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(letter -> {
                    try {
                        return letter.getHeader("To", ",").contains(to);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private void queue(String kind, Locale language, Map<String, String> facts) {
        send.send(
                kind,
                to,
                language,
                facts,
                List.of(new SendNotice.Enclosure(
                        "invoice.pdf", "application/pdf", "pdf".getBytes(StandardCharsets.US_ASCII))),
                renewal,
                UUID.randomUUID().toString());
    }

    private static String whole(MimeMessage letter) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        letter.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String textOf(MimeMessage letter) throws Exception {
        StringBuilder text = new StringBuilder();
        collect(letter.getContent(), text);
        return text.toString();
    }

    private static void collect(Object content, StringBuilder into) throws Exception {
        if (content instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i).getContent(), into);
            }
        } else if (content instanceof String words) {
            into.append(words);
        }
    }
}
