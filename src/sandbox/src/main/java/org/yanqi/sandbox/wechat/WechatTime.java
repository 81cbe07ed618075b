package org.yanqi.sandbox.wechat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.yanqi.sandbox.wire.Refusal;

/** Times as WeChat Pay writes them: RFC 3339 with China's offset, whole seconds. */
final class WechatTime {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private WechatTime() {}

    static String write(Instant at) {
        return FORMAT.format(at.atZone(ZONE));
    }

    static @Nullable Instant read(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(400, "PARAM_ERROR", "time_expire 格式错误", e);
        }
    }
}
