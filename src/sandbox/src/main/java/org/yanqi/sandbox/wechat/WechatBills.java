package org.yanqi.sandbox.wechat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.yanqi.sandbox.bill.Damage;
import org.yanqi.sandbox.bill.Damages;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.WebServer;

/** The daily trade bill. Unlike the real one it can be had for today, too, so that reconciling can be rehearsed at once. */
final class WechatBills {
    private record Download(byte[] plain, boolean gzip) {}

    private final WechatBillWriter writer;
    private final WechatWire wire;
    private final Damages damages;
    private final Map<String, Download> downloads = new ConcurrentHashMap<>();

    WechatBills(WechatBillWriter writer, WechatWire wire, Damages damages) {
        this.writer = writer;
        this.wire = wire;
        this.damages = damages;
    }

    void routes(WebServer app) {
        app.get("/wechat/v3/bill/tradebill", this::apply);
        app.get("/wechat/v3/billdownload/file", this::download);
    }

    private void apply(Exchange ctx) {
        LocalDate day = day(String.valueOf(ctx.queryParam("bill_date")));
        String plain = writer.write(day).orElseThrow(() -> new Refusal(400, "NO_STATEMENT_EXIST", "账单文件不存在"));
        byte[] content = plain.getBytes(StandardCharsets.UTF_8);
        byte[] hashed = damages.has(Channel.WECHAT, Damage.WRONG_HASH)
                ? "another content".getBytes(StandardCharsets.UTF_8)
                : content;
        String token = Crypto.word(32);
        downloads.put(token, new Download(content, "GZIP".equals(ctx.queryParam("tar_type"))));
        // The real service names its real host here; the product's client exchanges it as it does for every call.
        wire.answer(
                ctx,
                200,
                Json.write(Map.of(
                        "hash_type",
                        "SHA1",
                        "hash_value",
                        HexFormat.of().formatHex(Crypto.digest("SHA-1", hashed)),
                        "download_url",
                        "https://api.mch.weixin.qq.com/v3/billdownload/file?token=" + token)));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(400, "PARAM_ERROR", "bill_date 格式须为 yyyy-MM-dd", e);
        }
    }

    private void download(Exchange ctx) {
        Download download = downloads.get(String.valueOf(ctx.queryParam("token")));
        if (download == null) {
            throw new Refusal(404, "RESOURCE_NOT_EXISTS", "下载链接已失效");
        }
        ctx.contentType("application/octet-stream").result(download.gzip() ? gzip(download.plain()) : download.plain());
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static boolean on(LocalDate day, Instant at) {
        return at.atZone(WechatTime.ZONE).toLocalDate().equals(day);
    }
}
