package org.yanqi.process.invoicing.port;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.Port;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.invoicing.InvoiceKind;

/** Submits invoices to the tax system, which alone assigns numbers and legal files. Asynchronous. */
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
