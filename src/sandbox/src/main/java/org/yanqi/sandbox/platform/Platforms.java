package org.yanqi.sandbox.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.Shelf;
import org.yanqi.sandbox.wire.Shelves;
import org.yanqi.sandbox.wire.WebServer;

/** All platforms of the catalogue under {@code /platforms/{code}}. */
public final class Platforms {
    private final Clock clock;
    private final Map<String, String> names = catalogue();
    private final Shelf<Entitlement> entitlements;
    private final Shelf<OpenBid> bids;

    /** Platforms with what they knew before. */
    public Platforms(Clock clock, Shelves shelves) {
        this.clock = clock;
        this.entitlements = shelves.open("entitlements", Entitlement.class);
        this.bids = shelves.open("open-bids", OpenBid.class);
    }

    /** Code and name of each platform, in the catalogue's order. */
    public static Map<String, String> catalogue() {
        Map<String, String> read = new LinkedHashMap<>();
        InputStream csv =
                Objects.requireNonNull(Platforms.class.getResourceAsStream("/org/yanqi/sandbox/platforms.csv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",")).forEach(cells -> read.put(cells[0], cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** Adds their routes. */
    public void routes(WebServer app) {
        app.post("/platforms/{code}/entitlements", this::entitle);
        app.get("/platforms/{code}/open-bids", this::ask);
    }

    private void entitle(Exchange ctx) {
        String code = known(ctx.pathParam("code"));
        JsonNode told = Json.readObject(ctx.body());
        String key = Json.text(told, "key");
        if (key.isBlank()
                || Json.text(told, "certificateSerial").isBlank()
                || Json.text(told, "until").isBlank()) {
            throw new Refusal(400, "incomplete", "key、certificateSerial、until 不能为空");
        }
        entitlements.findOrMake(code + "/" + key, () -> new Entitlement(code, key, told, clock.instant()));
        json(ctx, Map.of("status", "accepted"));
    }

    private void ask(Exchange ctx) {
        String code = known(ctx.pathParam("code"));
        String serial = String.valueOf(ctx.queryParam("certificateSerial"));
        String organisation = String.valueOf(ctx.queryParam("uscc"));
        json(
                ctx,
                Map.of(
                        "open",
                        bids.all().stream()
                                .filter(bid -> bid.concerns(code, serial, organisation))
                                .map(bid -> Map.of("project", bid.project(), "opensAt", bid.opensAt()))
                                .toList()));
    }

    private String known(String code) {
        if (!names.containsKey(code)) {
            throw new Refusal(404, "unknown-platform", "没有这个平台");
        }
        return code;
    }

    /** Opens a bid for a certificate. */
    public OpenBid open(String code, String serial, @Nullable String uscc, String project, String opensAt) {
        String id = Crypto.word(12);
        return bids.put(id, new OpenBid(id, known(code), serial.strip(), uscc, project, opensAt));
    }

    /** Takes a bid away, as opening it does. */
    public void withdraw(String id) {
        bids.remove(id);
    }

    /** All open bids. */
    public List<OpenBid> bids() {
        return bids.all();
    }

    /** What the platforms were told, oldest first. */
    public List<Entitlement> entitlements() {
        return entitlements.all();
    }

    private static void json(Exchange ctx, Object body) {
        ctx.contentType("application/json; charset=utf-8").result(Json.write(body));
    }
}
