package org.yanqi.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yanqi.sandbox.bill.Damage;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.till.Purchase;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.Switchboard;
import org.yanqi.sandbox.wire.WebServer;

/** Everything that can be pressed on pages, by JSON under {@code /control}, for tests and scripts. */
public final class Controls {
    private final World world;

    /** Controls of this world. */
    public Controls(World world) {
        this.world = world;
    }

    /** Adds its routes. */
    public void routes(WebServer app) {
        app.get("/control/health", ctx -> json(ctx, Map.of("status", "up")));
        app.get("/control/switches", ctx -> json(ctx, switches()));
        app.post("/control/switches/{service}", ctx -> {
            turn(world, ctx.pathParam("service"), Json.text(body(ctx), "mode"));
            json(ctx, switches());
        });
        clock(app);
        payments(app);
        callbacks(app);
        things(app);
        mails(app);
    }

    static void turn(World world, String service, String mode) {
        world.switches().turn(service, Switchboard.Mode.named(mode));
        world.mail().follow();
    }

    private Map<String, String> switches() {
        Map<String, String> modes = new LinkedHashMap<>();
        world.switches()
                .services()
                .forEach(s -> modes.put(s, world.switches().mode(s).word()));
        return modes;
    }

    /** Rehearsals of other days: the world goes on from the instant that the product's clock was set to. */
    private void clock(WebServer app) {
        app.get("/control/clock", ctx -> json(ctx, time()));
        app.post("/control/clock", ctx -> {
            String at = Json.text(body(ctx), "at");
            try {
                world.clock().set(at.isEmpty() ? null : Instant.parse(at));
            } catch (DateTimeException e) {
                throw new Refusal(400, "UNKNOWN_TIME", "时间须为 ISO 8601，例如 2026-03-02T02:00:00Z", e);
            }
            json(ctx, time());
        });
    }

    private Map<String, Object> time() {
        return Map.of("at", world.clock().instant().toString());
    }

    private void payments(WebServer app) {
        app.get("/control/payments", ctx -> json(ctx, world.till().all()));
        app.get("/control/payments/{token}", ctx -> json(ctx, purchase(ctx)));
        app.post("/control/payments/{token}/pay", ctx -> {
            Purchase purchase = purchase(ctx);
            world.till().scan(purchase);
            json(
                    ctx,
                    world.till()
                            .pay(
                                    purchase,
                                    body(ctx)
                                            .path("amount")
                                            .asLong(purchase.offer().amount())));
        });
        app.post("/control/payments/{token}/scan", ctx -> {
            world.till().scan(purchase(ctx));
            done(ctx);
        });
        app.post("/control/payments/{token}/fail", ctx -> {
            world.till().fail(purchase(ctx));
            done(ctx);
        });
        app.post("/control/refunds", ctx -> {
            fail(world, body(ctx).path("abnormal").asBoolean());
            done(ctx);
        });
        app.get("/control/bills", ctx -> json(ctx, damages()));
        app.post("/control/bills/{service}", ctx -> {
            List<Damage> damage = new ArrayList<>();
            body(ctx).path("damage").forEach(word -> damage.add(Damage.named(word.asText())));
            world.damages().plant(channel(ctx.pathParam("service")), damage);
            json(ctx, damages());
        });
        app.get("/control/keys/wechat", ctx -> json(ctx, keys()));
        app.post("/control/keys/wechat/change", ctx -> {
            world.wechatKeys().change();
            json(ctx, keys());
        });
        app.post("/control/keys/wechat/withdraw", ctx -> {
            world.wechatKeys().withdrawOld();
            json(ctx, keys());
        });
    }

    /** Refunds of both channels end badly from now on, or well again. */
    static void fail(World world, boolean refunds) {
        world.wechat().abnormalRefunds(refunds);
        world.alipay().failingRefunds(refunds);
    }

    static Channel channel(String service) {
        return Arrays.stream(Channel.values())
                .filter(one -> one.service().equals(service))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "UNKNOWN_CHANNEL", "没有这个支付渠道：" + service));
    }

    private Map<String, List<String>> damages() {
        Map<String, List<String>> told = new LinkedHashMap<>();
        for (Channel channel : Channel.values()) {
            told.put(
                    channel.service(),
                    world.damages().of(channel).stream().map(Damage::word).toList());
        }
        return told;
    }

    private Map<String, Object> keys() {
        return Map.of(
                "signing",
                world.wechatKeys().id(),
                "published",
                world.wechatKeys().published());
    }

    /** A purchase by the token in its QR code or by the merchant's number. */
    private Purchase purchase(Exchange ctx) {
        String asked = ctx.pathParam("token");
        return world.till()
                .behind(asked)
                .or(() -> world.till().all().stream()
                        .filter(p -> p.offer().outTradeNo().equals(asked))
                        .findFirst())
                .orElseThrow(() -> new Refusal(404, "UNKNOWN_PAYMENT", "没有这笔待付款"));
    }

    private void callbacks(WebServer app) {
        app.get("/control/callbacks", ctx -> {
            String about = ctx.queryParam("about");
            json(
                    ctx,
                    world.callbacks().all().stream()
                            .filter(one -> about == null || about.equals(one.about()))
                            .toList());
        });
        app.post("/control/callbacks/{service}", ctx -> {
            JsonNode asked = body(ctx);
            world.callbacks().treat(ctx.pathParam("service"), Json.text(asked, "manner"));
            if (asked.has("seconds")) {
                world.callbacks().late(Duration.ofSeconds(asked.path("seconds").asLong()));
            }
            done(ctx);
        });
        app.post(
                "/control/callbacks/{id}/send",
                ctx -> json(
                        ctx,
                        Map.of(
                                "answer",
                                world.callbacks()
                                        .sendNow(
                                                ctx.pathParam("id"),
                                                body(ctx).path("forged").asBoolean()))));
    }

    private void things(WebServer app) {
        app.get("/control/invoices", ctx -> json(ctx, world.office().all()));
        app.post("/control/tax", ctx -> {
            JsonNode asked = body(ctx);
            if (asked.has("delayMillis")) {
                world.office().delay(Duration.ofMillis(asked.path("delayMillis").asLong()));
            }
            if (asked.has("rejectNext")) {
                world.office().rejectNext(Json.text(asked, "rejectNext"));
            }
            done(ctx);
        });
        app.get("/control/red-letters", ctx -> json(ctx, world.redLetters().all()));
        app.post("/control/red-letters/{id}", ctx -> {
            world.redLetters()
                    .answer(ctx.pathParam("id"), body(ctx).path("consent").asBoolean());
            done(ctx);
        });
        app.get("/control/shipments", ctx -> json(ctx, world.depot().all()));
        app.post(
                "/control/shipments/{number}/advance",
                ctx -> json(ctx, world.courier().advance(ctx.pathParam("number"))));
        app.post("/control/courier", ctx -> {
            world.courier().pushTo(Json.text(body(ctx), "pushUrl"));
            done(ctx);
        });
        app.get("/control/entitlements", ctx -> json(ctx, world.platforms().entitlements()));
        app.get("/control/open-bids", ctx -> json(ctx, world.platforms().bids()));
        app.post("/control/platforms/{code}/open-bids", ctx -> {
            JsonNode asked = body(ctx);
            String uscc = Json.text(asked, "uscc");
            json(
                    ctx,
                    world.platforms()
                            .open(
                                    ctx.pathParam("code"),
                                    Json.text(asked, "certificateSerial"),
                                    uscc.isEmpty() ? null : uscc,
                                    Json.text(asked, "project"),
                                    Json.text(asked, "opensAt")));
        });
        app.delete("/control/open-bids/{id}", ctx -> {
            world.platforms().withdraw(ctx.pathParam("id"));
            done(ctx);
        });
    }

    private void mails(WebServer app) {
        app.get("/control/mails", ctx -> {
            String to = ctx.queryParam("to");
            json(
                    ctx,
                    world.mail().all().stream()
                            .filter(mail -> to == null || to.equalsIgnoreCase(mail.to()))
                            .toList());
        });
        app.delete("/control/mails", ctx -> {
            world.mail().clear();
            done(ctx);
        });
    }

    private static JsonNode body(Exchange ctx) {
        return Json.readObject(ctx.body().isBlank() ? "{}" : ctx.body());
    }

    private static void done(Exchange ctx) {
        json(ctx, Map.of("status", "done"));
    }

    private static void json(Exchange ctx, Object value) {
        ctx.contentType("application/json; charset=utf-8").result(Json.write(value));
    }
}
