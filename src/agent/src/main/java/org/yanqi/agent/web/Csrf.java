package org.yanqi.agent.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Lets a form be posted only from the agent's own page: a token that other sites cannot read, and the sender's origin. */
final class Csrf {
    static final String FIELD = "csrf";

    private final byte[] secret = new byte[32];
    private final Set<String> own;

    Csrf(Set<String> own) {
        this.own = own;
        new SecureRandom().nextBytes(secret);
    }

    String token(String path) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(path.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    boolean permits(Call call, Map<String, String> form) {
        boolean from = call.header("Origin").filter(own::contains).isPresent();
        byte[] given = form.getOrDefault(FIELD, "").getBytes(StandardCharsets.UTF_8);
        return from && MessageDigest.isEqual(given, token(call.path()).getBytes(StandardCharsets.UTF_8));
    }
}
