package org.yanqi.sandbox.tax;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yanqi.sandbox.tax.RedLetter.State;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.Shelf;
import org.yanqi.sandbox.wire.Shelves;
import org.yanqi.sandbox.wire.WebServer;

/**
 * Red letters under {@code /tax/v1/red-letters}: the buyer of an ordinary invoice is never asked, the buyer of a special one is (a
 * person presses for them); a form nobody agreed to lapses after 72 hours. An invoice is taken back once.
 */
public final class RedLetters {
    private static final DateTimeFormatter YEAR =
            DateTimeFormatter.ofPattern("yy").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String BUREAU = "21";
    private static final Duration LAPSE = Duration.ofHours(72);
    private static final Set<String> REASONS = Set.of("01", "02", "03", "04");
    private final Clock clock;
    private final TaxOffice office;
    private final Shelf<RedLetter> letters;

    /** The red letters of this office's invoices. */
    public RedLetters(Clock clock, TaxOffice office, Shelves shelves) {
        this.clock = clock;
        this.office = office;
        this.letters = shelves.open("red-letters", RedLetter.class);
    }

    /** Adds its routes; who calls is proven before, as for invoices. */
    public void routes(WebServer app) {
        app.post("/tax/v1/red-letters", ctx -> {
            RedLetter filed = file(Json.readObject(ctx.body()));
            json(ctx, 202, Map.of("id", filed.id(), "status", "accepted"));
        });
        app.get("/tax/v1/red-letters/{id}", ctx -> json(ctx, 200, describe(find(ctx.pathParam("id")))));
        app.post("/tax/v1/red-letters/{id}/issue", ctx -> json(ctx, 200, describe(issue(ctx.pathParam("id")))));
    }

    private RedLetter file(JsonNode asked) {
        String serial = Json.text(asked, "serial");
        String number = Json.text(asked, "number");
        require(!serial.isBlank(), "serial", "流水号不能为空");
        require(REASONS.contains(Json.text(asked, "reason")), "reason", "冲红原因须为 01、02、03 或 04");
        TaxInvoice invoice = office.all().stream()
                .filter(one -> number.equals(one.number()))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "unknown-invoice", "没有这张发票"));
        require(asked.path("gross").asLong() == invoice.total(), "gross", "金额与原发票不一致");
        boolean taken = letters.all().stream()
                .anyMatch(one -> one.number().equals(number)
                        && !one.serial().equals(serial)
                        && one.state() != State.REFUSED
                        && !isLapsed(one));
        require(!taken, "number", "这张发票已有红字确认单");
        RedLetter fresh = new RedLetter(
                Crypto.word(32),
                serial,
                invoice.kind(),
                number,
                Json.text(asked, "reason"),
                invoice.total(),
                State.AWAITING_CONSENT,
                null,
                null,
                null,
                clock.instant(),
                null);
        return letters.findOrMake(serial, () -> invoice.special() ? fresh : fresh.confirm(digits()));
    }

    private RedLetter find(String id) {
        RedLetter found = letters.last(one -> one.id().equals(id))
                .orElseThrow(() -> new Refusal(404, "unknown-red-letter", "没有这张红字确认单"));
        return isLapsed(found)
                ? letters.change(found.serial(), RedLetter::lapse).orElseThrow()
                : found;
    }

    private boolean isLapsed(RedLetter letter) {
        return letter.state() == State.LAPSED
                || letter.state() == State.AWAITING_CONSENT
                        && letter.filed().plus(LAPSE).isBefore(clock.instant());
    }

    private RedLetter issue(String id) {
        RedLetter letter = find(id);
        return letters.change(
                        letter.serial(),
                        one -> one.state() == State.CONFIRMED ? one.issue(digits(), clock.instant()) : one)
                .orElseThrow();
    }

    /** The buyer agrees, or does not. */
    public void answer(String id, boolean agrees) {
        RedLetter letter = find(id);
        letters.change(letter.serial(), one -> {
            if (one.state() != State.AWAITING_CONSENT) {
                return one;
            }
            return agrees ? one.confirm(digits()) : one.refuse("购买方不同意冲红");
        });
    }

    /** All of them, oldest first. */
    public List<RedLetter> all() {
        return letters.all();
    }

    /** 2 year, 2 bureau, 1 channel, 15 sequence. */
    private String digits() {
        return YEAR.format(clock.instant()) + BUREAU + "3" + Crypto.digits(15);
    }

    private static Map<String, Object> describe(RedLetter letter) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", letter.id());
        told.put("serial", letter.serial());
        told.put("status", letter.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        told.put("reason", letter.refusal());
        told.put("confirmation", letter.confirmation());
        told.put("number", letter.redNumber());
        told.put(
                "issuedAt", letter.issuedAt() == null ? null : letter.issuedAt().toString());
        told.put("specimen", true);
        told.values().removeIf(value -> value == null);
        return told;
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw new Refusal(400, "invalid-" + field, message);
        }
    }

    private static void json(Exchange ctx, int status, Object body) {
        ctx.status(status).contentType("application/json; charset=utf-8").result(Json.write(body));
    }
}
