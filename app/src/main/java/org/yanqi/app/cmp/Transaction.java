package org.yanqi.app.cmp;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.jspecify.annotations.Nullable;

/**
 * A transaction with the outside authority as it is remembered.
 *
 * @param id the transactionID, hexadecimal
 * @param turn which transaction for this request it is; a new one follows only a refusal
 * @param requestHash of what was asked for, so that nobody asks for something else under the same key
 * @param message the request exactly as it was first sent
 * @param unanswered a message left the house and nothing is known of it
 * @param peerNonce the authority's last nonce, hexadecimal
 * @param confirmation the certConf exactly as it was first sent
 * @param words what the authority, or the one who rejected its certificate, said last
 */
record Transaction(
        String id,
        String requestKey,
        int turn,
        Kind kind,
        State state,
        String requestHash,
        byte[] message,
        boolean unanswered,
        @Nullable String peerNonce,
        @Nullable Instant askAfter,
        byte @Nullable [] certificate,
        @Nullable String chain,
        byte @Nullable [] confirmation,
        @Nullable Instant confirmBy,
        @Nullable String words) {
    private static final String SEPARATOR = "\n";

    /** What is asked for, with the numbers of the protocol. */
    enum Kind {
        UPDATE(PKIBody.TYPE_KEY_UPDATE_REP, 0),
        /** The answer to a p10cr bears no number of a request (RFC 9483 §4.1.4). */
        PKCS10(PKIBody.TYPE_CERT_REP, -1),
        REVOCATION(PKIBody.TYPE_REVOCATION_REP, 0);

        private final int answer;
        private final int requestId;

        Kind(int answer, int requestId) {
            this.answer = answer;
            this.requestId = requestId;
        }

        int answer() {
            return answer;
        }

        int requestId() {
            return requestId;
        }
    }

    /** How far it came. */
    enum State {
        ASKED,
        POLLING,
        /** The certificate is here and found right; the authority waits for our word. */
        ISSUED,
        CONFIRMED,
        REVOKED,
        REFUSED,
        /** A certificate that is not accepted, by either side. */
        REJECTED
    }

    List<byte[]> issuers() {
        return chain == null || chain.isEmpty()
                ? List.of()
                : Arrays.stream(chain.split(SEPARATOR))
                        .map(Base64.getDecoder()::decode)
                        .toList();
    }

    static String chainOf(List<byte[]> issuers) {
        return issuers.stream().map(Base64.getEncoder()::encodeToString).collect(Collectors.joining(SEPARATOR));
    }
}
