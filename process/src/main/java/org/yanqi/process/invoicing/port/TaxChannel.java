package org.yanqi.process.invoicing.port;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.Port;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.invoicing.InvoiceKind;

/** Submits invoices and red letters to the tax system, which alone assigns numbers and legal files. Asynchronous. */
@Port
public interface TaxChannel {
    /** A line to be invoiced, amounts in fen. */
    record Line(String goodsCode, String goodsName, String name, BigDecimal rate, long gross, long net, long tax) {}

    /** The same {@code serial} is invoiced once. */
    record Submission(String serial, InvoiceKind kind, InvoiceTitle buyer, List<Line> lines) {}

    /** How an invoice stands at the tax system. */
    sealed interface Status {
        /** Nothing is known yet; ask again. */
        record Pending() implements Status {}

        /** The channel will not issue it as it is. */
        record Rejected(String reason) implements Status {}

        /** @param files by kind: pdf, xml */
        record Issued(
                String number,
                @Nullable String paperCode,
                @Nullable String paperNumber,
                Instant at,
                boolean specimen,
                Map<String, byte[]> files)
                implements Status {}
    }

    /** @return the channel's id for the submission */
    String submit(Submission submission) throws NoAnswer, Refused;

    Status ask(String id) throws NoAnswer;

    /**
     * A red letter that takes a whole invoice back.
     *
     * @param serial ours; the same one is one form
     * @param number the invoice's legal number
     * @param reason 01 issued in error, 02 returned, 03 service stopped, 04 allowance
     * @param gross fen, tax included, as on the invoice; positive
     */
    record RedLetter(String serial, InvoiceKind kind, String number, String reason, long gross) {}

    /** How a red letter stands. */
    sealed interface RedStatus {
        /** The buyer has used the invoice and has not consented so far. */
        record AwaitingConsent() implements RedStatus {}

        /** @param confirmation 20 digits; it can be issued now */
        record Confirmed(String confirmation) implements RedStatus {}

        /** The buyer, or the tax system, says no. */
        record Refused(String reason) implements RedStatus {}

        /** Nobody consented within 72 hours: the form is void. */
        record Lapsed() implements RedStatus {}

        /** @param number of the red invoice, 20 digits */
        record Issued(String confirmation, String number, Instant at) implements RedStatus {}
    }

    /** Files the confirmation form. @return the channel's id for it */
    String askRedLetter(RedLetter form) throws NoAnswer, Refused;

    RedStatus redLetter(String id) throws NoAnswer;

    /** Issues what was confirmed; repeatable. @return how it stands afterwards */
    RedStatus issueRedLetter(String id) throws NoAnswer;

    /** The outcome is unknown until asked again. */
    class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        public NoAnswer(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** The channel says no. */
    class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        public Refused(String reason) {
            super(reason);
        }
    }
}
