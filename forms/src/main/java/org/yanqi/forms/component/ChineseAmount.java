package org.yanqi.forms.component;

/** Amounts in words (大写金额) as settlement papers have them. */
public final class ChineseAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "兆"};

    private ChineseAmount() {}

    /** @param fen integer fen, not negative */
    public static String of(long fen) {
        if (fen < 0) {
            throw new IllegalArgumentException("not negative: " + fen);
        }
        if (fen == 0) {
            return "零元整";
        }
        var yuan = fen / 100;
        var jiao = (int) (fen / 10 % 10);
        var cents = (int) (fen % 10);
        var words = new StringBuilder(yuan == 0 ? "" : whole(yuan) + "元");
        if (jiao == 0 && cents == 0) {
            return words.append("整").toString();
        }
        if (jiao > 0) {
            words.append(DIGITS.charAt(jiao)).append("角");
        } else if (yuan > 0) {
            words.append("零");
        }
        return words.append(cents > 0 ? DIGITS.charAt(cents) + "分" : "整").toString();
    }

    private static String whole(long yuan) {
        var words = new StringBuilder();
        var zero = false;
        for (var group = 3; group >= 0; group--) {
            var part = (int) (yuan / power(group * 4) % 10_000);
            if (part == 0) {
                zero = words.length() > 0;
                continue;
            }
            for (var place = 3; place >= 0; place--) {
                var digit = (int) (part / power(place) % 10);
                if (digit == 0) {
                    zero = words.length() > 0;
                } else {
                    words.append(zero ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place]);
                    zero = false;
                }
            }
            words.append(GROUPS[group]);
        }
        return words.toString();
    }

    private static long power(int exponent) {
        var power = 1L;
        for (var i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
