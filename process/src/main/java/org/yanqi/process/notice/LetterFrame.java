package org.yanqi.process.notice;

/** What stands around every letter: the name of the service above, its hot-lines below; one column that fits a phone. */
final class LetterFrame {
    private static final String HOTLINES = "400-125-7788、024-67871177、024-67871188";

    private LetterFrame() {}

    static String html(String subject, String body, boolean english) {
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <title>%s</title></head>
                <body style="margin:0;background:#eef1f6;font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif">
                <div style="max-width:600px;margin:0 auto;padding:16px">
                <div style="color:#1455b8;font-size:18px;font-weight:600;padding:8px 4px 14px">%s</div>
                <div style="background:#fff;border-radius:8px;padding:24px;color:#1f2a3a;font-size:15px;line-height:1.7">%s</div>
                <div style="color:#5d6878;font-size:12px;line-height:1.7;padding:14px 4px">%s</div>
                </div></body></html>
                """.formatted(
                        english ? "en" : "zh-CN",
                        subject.replace("&", "&amp;").replace("<", "&lt;"),
                        english ? "Wanglian Platform (网联平台)" : "网联平台",
                        body,
                        signature(english).replace("\n", "<br>"));
    }

    static String signature(boolean english) {
        return english
                ? "Wanglian Platform (网联平台)\nHot-lines: " + HOTLINES.replace("、", ", ")
                        + "\nThis message was sent automatically; please do not reply to it."
                : "网联平台\n服务热线：" + HOTLINES + "\n本邮件由系统自动发送，请勿直接回复。";
    }
}
