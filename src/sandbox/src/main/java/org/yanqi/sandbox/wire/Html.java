package org.yanqi.sandbox.wire;

/** Text made safe for HTML and XHTML. */
public final class Html {
    private Html() {}

    /** The text with everything escaped that could be taken for markup, in content or in a quoted attribute. */
    public static String text(Object value) {
        return String.valueOf(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
