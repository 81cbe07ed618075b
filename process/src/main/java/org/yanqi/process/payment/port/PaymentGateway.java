package org.yanqi.process.payment.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.Port;
import org.yanqi.process.payment.Channel;

/** One way to pay; each channel has an adapter. Every call names a stable number; an unknown outcome throws {@link NoAnswer}. */
@Port
public interface PaymentGateway {
    Channel channel();

    /** A QR code to scan. Asking again with the same number and amount gives a valid code again. */
    record Code(String content, Instant expires) {}

    /** @throws Refused if the provider will not open it */
    Code open(String number, long fen, String description, Instant until) throws NoAnswer, Refused;

    /** What the provider knows of a payment; NONE if it has never heard of it. */
    record Trade(
            State state,
            @Nullable String providerNumber,
            long fen,
            @Nullable Instant at,
            @Nullable String payer,
            String evidence) {
        /** The provider's word, translated. */
        public enum State {
            NONE,
            WAITING,
            PAID,
            CLOSED,
            REFUNDED
        }
    }

    Trade query(String number) throws NoAnswer;

    /** Closes it, unless it was paid: the answer says which. Repeatable. */
    Trade close(String number) throws NoAnswer;

    /** How a refund stands. */
    enum RefundState {
        SUCCEEDED,
        PENDING,
        FAILED
    }

    /** The same refund number is refunded once. */
    RefundState refund(String refundNumber, String number, long totalFen, long fen, String reason) throws NoAnswer;

    RefundState queryRefund(String refundNumber, String number) throws NoAnswer;

    /** The outcome is unknown until asked again. */
    class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        public NoAnswer(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** The provider says no; nothing was opened. */
    class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        public Refused(String reason) {
            super(reason);
        }
    }
}
