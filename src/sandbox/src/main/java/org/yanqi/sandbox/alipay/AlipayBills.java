package org.yanqi.sandbox.alipay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yanqi.sandbox.bill.Damage;
import org.yanqi.sandbox.bill.Damages;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.WebServer;

/** The daily bill: an address from the gateway, behind it a zip of GBK files. Today's can be had, too. */
final class AlipayBills {
    private static final Charset GBK = Charset.forName("GBK");
    private final AlipayBillWriter writer;
    private final String publicUrl;
    private final String seller;
    private final Damages damages;
    private final Map<String, LocalDate> tokens = new ConcurrentHashMap<>();

    AlipayBills(AlipayBillWriter writer, String publicUrl, String seller, Damages damages) {
        this.writer = writer;
        this.publicUrl = publicUrl;
        this.seller = seller;
        this.damages = damages;
    }

    void routes(WebServer app) {
        app.get("/alipay/bill", this::download);
    }

    Map<String, Object> apply(JsonNode asked) {
        LocalDate day = day(Json.text(asked, "bill_date"));
        if (writer.details(day).isEmpty()) {
            throw AlipayTrades.failure("isp.bill_not_exist", "账单不存在");
        }
        String token = Crypto.word(32);
        tokens.put(token, day);
        return Map.of("bill_download_url", publicUrl + "/alipay/bill?token=" + token);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(40002, "isv.invalid-parameter", "bill_date 格式须为 yyyy-MM-dd", e);
        }
    }

    private void download(Exchange ctx) {
        LocalDate day = tokens.get(String.valueOf(ctx.queryParam("token")));
        if (day == null) {
            ctx.status(404).result("expired");
            return;
        }
        String name = seller + "0156_" + day.toString().replace("-", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, GBK)) {
            zip.putNextEntry(new ZipEntry(name + "_业务明细.csv"));
            zip.write(writer.details(day).orElse("").getBytes(GBK));
            zip.putNextEntry(new ZipEntry(name + "_业务明细(汇总).csv"));
            zip.write(writer.summary(day).getBytes(GBK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] content = bytes.toByteArray();
        if (damages.has(Channel.ALIPAY, Damage.WRONG_HASH)) {
            content[content.length / 3] ^= 0x55;
        }
        ctx.contentType("application/zip").result(content);
    }
}
