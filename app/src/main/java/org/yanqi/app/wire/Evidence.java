package org.yanqi.app.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A provider's own words as they are kept: without signatures, codes that can be paid, and what names a person. */
public final class Evidence {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SECRET = Set.of(
            "sign",
            "sign_type",
            "signature",
            "ciphertext",
            "nonce",
            "associated_data",
            "alipay_cert_sn",
            "code_url",
            "codeurl",
            "qr_code",
            "qrcode",
            "buyer_logon_id",
            "buyerlogonid",
            "buyer_user_name",
            "buyerusername",
            "user_received_account",
            "userreceivedaccount");

    private Evidence() {}

    /** The same JSON without what must not be kept; what is no JSON is not kept at all. */
    public static String of(@Nullable String json) {
        if (json == null) {
            return "";
        }
        try {
            var tree = JSON.readTree(json);
            strip(tree);
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException no) {
            return "";
        }
    }

    /** Whether a field of this name must not be kept. */
    public static boolean isSecret(String name) {
        return SECRET.contains(name.toLowerCase(Locale.ROOT));
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> isSecret(field.getKey()));
        }
        node.forEach(Evidence::strip);
    }
}
