package org.yanqi.app.cmp;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.jspecify.annotations.Nullable;

/**
 * How the authority judged a request.
 *
 * @param value PKIStatus
 * @param failure bits of PKIFailureInfo
 * @param words in its own words
 */
record Status(int value, int failure, String words) {
    private static final int NOT_NOW =
            PKIFailureInfo.systemUnavail | PKIFailureInfo.systemFailure | PKIFailureInfo.timeNotAvailable;
    private static final int KNOWN_ALREADY = PKIFailureInfo.transactionIdInUse | PKIFailureInfo.duplicateCertReq;

    static Status of(PKIStatusInfo told) {
        return of(told, null);
    }

    static Status of(ErrorMsgContent told) {
        return of(told.getPKIStatusInfo(), told.getErrorDetails());
    }

    private static Status of(PKIStatusInfo told, @Nullable PKIFreeText more) {
        ASN1BitString bits = told.getFailInfo();
        int failure = bits == null ? 0 : bits.intValue();
        StringBuilder words = new StringBuilder();
        append(words, told.getStatusString());
        append(words, more);
        if (words.length() == 0) {
            words.append("status ").append(told.getStatus());
            if (bits != null) {
                words.append(", ").append(new PKIFailureInfo(bits));
            }
        }
        return new Status(told.getStatus().intValueExact(), failure, words.toString());
    }

    boolean isGranted() {
        return value == PKIStatus.GRANTED || value == PKIStatus.GRANTED_WITH_MODS;
    }

    boolean isWaiting() {
        return value == PKIStatus.WAITING;
    }

    /** The authority is in no state to say anything. */
    boolean isNotNow() {
        return (failure & NOT_NOW) != 0;
    }

    /** It has heard the request before: nothing is said about what became of it. */
    boolean isKnownAlready() {
        return (failure & KNOWN_ALREADY) != 0 || value == PKIStatus.KEY_UPDATE_WARNING;
    }

    boolean has(int bit) {
        return (failure & bit) != 0;
    }

    private static void append(StringBuilder words, @Nullable PKIFreeText text) {
        for (int i = 0; text != null && i < text.size(); i++) {
            words.append(words.length() == 0 ? "" : "; ")
                    .append(text.getStringAtUTF8(i).getString());
        }
    }
}
