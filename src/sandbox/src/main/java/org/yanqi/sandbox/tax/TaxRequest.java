package org.yanqi.sandbox.tax;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yanqi.sandbox.tax.TaxInvoice.Buyer;
import org.yanqi.sandbox.tax.TaxInvoice.Line;
import org.yanqi.sandbox.wire.Json;
import org.yanqi.sandbox.wire.Refusal;

/** Reads an invoice request and refuses at once what could never be issued. */
final class TaxRequest {
    private static final Set<String> KINDS = Set.of("81", "82", "85", "86");

    private TaxRequest() {}

    static TaxInvoice read(JsonNode asked, String id, String fingerprint, Instant now) {
        String kind = Json.text(asked, "kind");
        Buyer buyer = new Buyer(
                Json.text(asked, "buyer.name").strip(),
                optional(asked, "buyer.taxNumber"),
                optional(asked, "buyer.address"),
                optional(asked, "buyer.phone"),
                optional(asked, "buyer.bank"),
                optional(asked, "buyer.account"));
        TaxInvoice invoice = new TaxInvoice(
                id,
                Json.text(asked, "serial"),
                kind,
                buyer,
                lines(asked),
                optional(asked, "callback"),
                fingerprint,
                TaxInvoice.State.PENDING,
                null,
                null,
                null,
                now,
                null);
        require(!invoice.serial().isBlank() && invoice.serial().length() <= 64, "serial", "流水号须为 1 至 64 个字符");
        require(KINDS.contains(kind), "kind", "发票种类须为 81、82、85 或 86");
        require(!buyer.name().isEmpty(), "buyer.name", "购买方名称不能为空");
        require(!invoice.special() || buyer.taxNumber() != null, "buyer.taxNumber", "专用发票须有购买方纳税人识别号");
        require(!invoice.lines().isEmpty(), "lines", "至少须有一行明细");
        return invoice;
    }

    private static List<Line> lines(JsonNode asked) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : asked.path("lines")) {
            long gross = line.path("gross").asLong();
            long net = line.path("net").asLong();
            long tax = line.path("tax").asLong();
            require(gross > 0 && net + tax == gross, "lines", "含税金额须等于不含税金额加税额");
            require(!Json.text(line, "name").isBlank(), "lines", "明细须有名称");
            lines.add(new Line(
                    optional(line, "code"),
                    optional(line, "shortName"),
                    Json.text(line, "name"),
                    Json.text(line, "rate"),
                    gross,
                    net,
                    tax));
        }
        return List.copyOf(lines);
    }

    private static @Nullable String optional(JsonNode node, String path) {
        JsonNode value = node.at("/" + path.replace('.', '/'));
        return value.isMissingNode() || value.isNull() || value.asText().isBlank()
                ? null
                : value.asText().strip();
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw new Refusal(400, "invalid-" + field, message);
        }
    }
}
