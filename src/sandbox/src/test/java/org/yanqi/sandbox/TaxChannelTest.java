package org.yanqi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaxChannelTest {
    private final Receiver receiver = new Receiver();
    private final String serial = "S" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);

    @AfterEach
    void close() {
        receiver.close();
    }

    private static String hmac(String secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> call(String method, String path, String body, String secret) throws Exception {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(Rehearsal.paper("tax.base-url") + path))
                .header("X-Timestamp", timestamp)
                .header("X-Signature", hmac(secret, timestamp + "\n" + body))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode submit(String kind, String buyer) throws Exception {
        String body = "{\"serial\":\"" + serial + "\",\"kind\":\"" + kind + "\",\"buyer\":{\"name\":\"" + buyer
                + "\",\"taxNumber\":\"91330100799655058B\",\"address\":\"沈阳市和平区文化路 1 号\",\"phone\":\"024-12345678\"},"
                + "\"lines\":[{\"code\":\"3040203000000000000\",\"shortName\":\"信息技术服务\",\"name\":\"数字证书延期服务\","
                + "\"rate\":\"0.06\",\"gross\":20000,\"net\":18868,\"tax\":1132}],\"callback\":\"" + receiver.url()
                + "\"}";
        HttpResponse<String> answer = call("POST", "/v1/invoices", body, Rehearsal.paper("tax.secret"));
        assertThat(answer.statusCode()).isEqualTo(202);
        return Rehearsal.json(answer.body());
    }

    @Test
    void an_invoice_is_numbered_a_moment_later_called_back_and_drawn() throws Exception {
        String id = submit("82", "沈阳某某建设有限公司").path("id").asText();
        assertThat(submit("82", "沈阳某某建设有限公司").path("id").asText()).isEqualTo(id);

        Receiver.Received received = receiver.await(1);
        assertThat(received.headers().get("X-Signature"))
                .isEqualTo(hmac(
                        Rehearsal.paper("tax.secret"), received.headers().get("X-Timestamp") + "\n" + received.body()));
        JsonNode told = Rehearsal.json(received.body());
        assertThat(told.path("status").asText()).isEqualTo("issued");
        assertThat(told.path("number").asText()).matches("\\d{20}");
        JsonNode asked = Rehearsal.json(call("GET", "/v1/invoices/" + id, "", Rehearsal.paper("tax.secret"))
                .body());
        assertThat(asked).isEqualTo(told);
        assertThat(Rehearsal.get(told.at("/files/xml").asText()))
                .contains("样票", told.path("number").asText(), "沈阳某某建设有限公司");
        look(told.at("/files/pdf").asText(), told.path("number").asText());
    }

    private static void look(String address, String number) throws IOException {
        byte[] pdf;
        try (var stream = URI.create(address).toURL().openStream()) {
            pdf = stream.readAllBytes();
        }
        Path file = Path.of("target/specimen.pdf");
        Files.write(file, pdf);
        assertThat(pdf).hasSizeLessThan(500_000);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains(number).contains("200.00");
        }
    }

    private JsonNode redLetter(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = call(method, "/v1/red-letters" + path, body, Rehearsal.paper("tax.secret"));
        assertThat(answer.statusCode()).isLessThan(300);
        return Rehearsal.json(answer.body());
    }

    private String formFor(String number) {
        return "{\"serial\":\"C" + serial + "\",\"kind\":\"82\",\"number\":\"" + number
                + "\",\"reason\":\"03\",\"gross\":20000}";
    }

    @Test
    void an_ordinary_invoice_is_taken_back_without_asking_the_buyer_and_only_once() throws Exception {
        submit("82", "沈阳某某建设有限公司");
        String number = Rehearsal.json(receiver.await(1).body()).path("number").asText();

        String id = redLetter("POST", "", formFor(number)).path("id").asText();
        JsonNode confirmed = redLetter("GET", "/" + id, "");
        assertThat(confirmed.path("status").asText()).isEqualTo("confirmed");
        assertThat(confirmed.path("confirmation").asText()).matches("\\d{20}");
        JsonNode issued = redLetter("POST", "/" + id + "/issue", "");
        assertThat(issued.path("status").asText()).isEqualTo("issued");
        assertThat(issued.path("number").asText()).matches("\\d{20}");
        assertThat(redLetter("POST", "/" + id + "/issue", "")).isEqualTo(issued);
        assertThat(call("POST", "/v1/red-letters", formFor(number).replace("\"C", "\"D"), Rehearsal.paper("tax.secret"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_buyer_of_a_special_invoice_is_asked() throws Exception {
        submit("81", "沈阳某某建设有限公司");
        String number = Rehearsal.json(receiver.await(1).body()).path("number").asText();

        String id = redLetter("POST", "", formFor(number)).path("id").asText();

        assertThat(redLetter("GET", "/" + id, "").path("status").asText()).isEqualTo("awaiting-consent");
        assertThat(redLetter("POST", "/" + id + "/issue", "").path("status").asText())
                .isEqualTo("awaiting-consent");
    }

    @Test
    void a_paper_invoice_carries_a_code_and_a_short_number() throws Exception {
        submit("85", "大连某某工程公司");
        JsonNode told = Rehearsal.json(receiver.await(1).body());
        assertThat(told.path("code").asText()).matches("\\d{12}");
        assertThat(told.path("number").asText()).matches("\\d{8}");
    }

    @Test
    void a_rejection_gives_its_reason() throws Exception {
        submit("82", "拒收公司");
        JsonNode told = Rehearsal.json(receiver.await(1).body());
        assertThat(told.path("status").asText()).isEqualTo("rejected");
        assertThat(told.path("reason").asText()).isNotEmpty();
    }

    @Test
    void a_wrong_signature_is_refused() throws Exception {
        assertThat(call("POST", "/v1/invoices", "{}", "wrong").statusCode()).isEqualTo(401);
    }
}
