package org.yanqi.process.account;

/** The unified social credit code of an organisation (GB 32100-2015) and its two check characters. */
public final class SocialCreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private SocialCreditCode() {}

    /** True if all 18 characters and both check characters fit. */
    public static boolean isValid(String code) {
        return code.length() == 18
                && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && code.charAt(17) == check(code)
                && code.charAt(16) == organisationCheck(code.substring(8, 16));
    }

    /** The last character for the first 17. */
    public static char check(String first17) {
        var sum = 0;
        var weight = 1;
        for (var at = 0; at < 17; at++) {
            sum += ALPHABET.indexOf(first17.charAt(at)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** The check character of an organisation code, GB 11714, for its first eight. */
    public static char organisationCheck(String first8) {
        var sum = 0;
        for (var at = 0; at < 8; at++) {
            sum += ORGANISATION_ALPHABET.indexOf(first8.charAt(at)) * ORGANISATION_WEIGHTS[at];
        }
        var rest = 11 - sum % 11;
        return rest == 10 ? 'X' : rest == 11 ? '0' : (char) ('0' + rest);
    }
}
