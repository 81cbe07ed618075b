package org.yanqi.sandbox.tax;

/** Amounts as settlement papers write them in Chinese capitals. */
final class CapitalAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] UNITS = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};

    private CapitalAmount() {}

    /** The words for an amount in fen, 0 or more. */
    static String write(long fen) {
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int cents = (int) (fen % 10);
        StringBuilder words = new StringBuilder(yuan == 0 && fen > 0 ? "" : whole(yuan) + "圆");
        if (jiao == 0 && cents == 0) {
            return words.append("整").toString();
        }
        if (jiao > 0) {
            words.append(DIGITS.charAt(jiao)).append("角");
        } else if (yuan > 0) {
            words.append("零");
        }
        return cents > 0
                ? words.append(DIGITS.charAt(cents)).append("分").toString()
                : words.append("整").toString();
    }

    private static String whole(long yuan) {
        if (yuan == 0) {
            return "零";
        }
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        String digits = Long.toString(yuan);
        boolean groupSaid = false;
        for (int i = 0; i < digits.length(); i++) {
            int place = digits.length() - 1 - i;
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                gap = true;
            } else {
                words.append(gap && !words.isEmpty() ? "零" : "")
                        .append(DIGITS.charAt(digit))
                        .append(UNITS[place % 4]);
                gap = false;
                groupSaid = true;
            }
            if (place % 4 == 0 && groupSaid) {
                words.append(GROUPS[place / 4]);
                groupSaid = false;
            }
        }
        return words.toString();
    }
}
