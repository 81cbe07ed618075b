package org.yanqi.sandbox.tax;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.yanqi.sandbox.papers.MerchantPapers;
import org.yanqi.sandbox.tax.TaxInvoice.State;
import org.yanqi.sandbox.wire.Callback;
import org.yanqi.sandbox.wire.CallbackFormat;
import org.yanqi.sandbox.wire.Callbacks;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.WebServer;

/** The channel's HTTP face under {@code /tax/v1}: signed by HMAC both ways, asynchronous, called back. */
public final class TaxChannel implements CallbackFormat {
    private static final String SERVICE = "tax";
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private final Clock clock;
    private final String secret;
    private final TaxOffice office;
    private final Callbacks callbacks;
    private final SpecimenFiles files;
    private final String publicUrl;

    /** A channel to this office. */
    public TaxChannel(
            Clock clock,
            MerchantPapers papers,
            TaxOffice office,
            Callbacks callbacks,
            String publicUrl,
            Path directory) {
        this.clock = clock;
        this.secret = papers.get("tax.secret");
        this.office = office;
        this.callbacks = callbacks;
        this.files = new SpecimenFiles(publicUrl, directory);
        this.publicUrl = publicUrl;
        callbacks.teach(SERVICE, this);
        office.listen(this::decided);
    }

    /** Adds its routes. */
    public void routes(WebServer app) {
        app.before("/tax/v1/", this::authenticate);
        app.post("/tax/v1/invoices", this::submit);
        app.get("/tax/v1/invoices/{id}", ctx -> json(ctx, 200, describe(find(ctx))));
        app.get("/tax/files/{id}.pdf", ctx -> ctx.contentType("application/pdf").result(files.pdf(issued(ctx))));
        app.get(
                "/tax/files/{id}.xml",
                ctx -> ctx.contentType("application/xml; charset=utf-8").result(files.xml(issued(ctx))));
    }

    private void authenticate(Exchange ctx) {
        String timestamp = ctx.header("X-Timestamp");
        String signature = ctx.header("X-Signature");
        if (timestamp == null
                || signature == null
                || !timely(timestamp)
                || !Crypto.hmac(secret, timestamp + "\n" + ctx.body()).equals(signature.toLowerCase(Locale.ROOT))) {
            throw new Refusal(401, "bad-signature", "签名不正确或已过期");
        }
    }

    /** Seconds or milliseconds since 1970, or ISO 8601: what matters is that it is signed and recent. */
    private boolean timely(String timestamp) {
        try {
            Instant at = timestamp.contains("T")
                    ? Instant.parse(timestamp)
                    : timestamp.length() > 11
                            ? Instant.ofEpochMilli(Long.parseLong(timestamp))
                            : Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(at, clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private void submit(Exchange ctx) {
        JsonNode asked = Json.readObject(ctx.body());
        String fingerprint = HexFormat.of()
                .formatHex(Crypto.digest("SHA-256", asked.toString().getBytes(StandardCharsets.UTF_8)));
        TaxInvoice kept = office.submit(TaxRequest.read(asked, Crypto.word(32), fingerprint, clock.instant()));
        json(ctx, 202, Map.of("id", kept.id(), "status", "accepted"));
    }

    private TaxInvoice find(Exchange ctx) {
        return office.find(ctx.pathParam("id")).orElseThrow(() -> new Refusal(404, "unknown-invoice", "没有这张发票"));
    }

    private TaxInvoice issued(Exchange ctx) {
        TaxInvoice invoice = find(ctx);
        if (invoice.state() != State.ISSUED) {
            throw new Refusal(404, "not-issued", "发票尚未开具");
        }
        return invoice;
    }

    private Map<String, Object> describe(TaxInvoice invoice) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", invoice.id());
        told.put("serial", invoice.serial());
        told.put("status", invoice.state().name().toLowerCase(Locale.ROOT));
        if (invoice.reason() != null) {
            told.put("reason", invoice.reason());
        }
        if (invoice.state() == State.ISSUED) {
            told.put("number", String.valueOf(invoice.number()));
            if (invoice.code() != null) {
                told.put("code", invoice.code());
            }
            told.put("issuedAt", String.valueOf(invoice.issuedAt()));
            String base = publicUrl + "/tax/files/" + invoice.id();
            told.put("files", Map.of("pdf", base + ".pdf", "xml", base + ".xml"));
        }
        return told;
    }

    private void decided(TaxInvoice invoice) {
        if (invoice.callback() != null) {
            callbacks.owe(
                    SERVICE,
                    invoice.state().name().toLowerCase(Locale.ROOT),
                    "",
                    invoice.callback(),
                    Json.write(describe(invoice)));
        }
    }

    private static void json(Exchange ctx, int status, Object body) {
        ctx.status(status).contentType("application/json; charset=utf-8").result(Json.write(body));
    }

    @Override
    public HttpRequest request(Callback callback, boolean forged) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String signature = Crypto.hmac(forged ? "forged" : secret, timestamp + "\n" + callback.payload());
        return HttpRequest.newBuilder(URI.create(callback.url()))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Timestamp", timestamp)
                .header("X-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(callback.payload()))
                .build();
    }

    @Override
    public boolean accepts(int status, String body) {
        return status / 100 == 2;
    }
}
