package org.yanqi.sandbox.tax;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as the channel keeps it.
 *
 * @param id the channel's own, also the unguessable end of the files' addresses
 * @param serial the issuer's unique serial
 * @param kind 81 e-special, 82 e-ordinary, 85 paper special, 86 paper ordinary
 * @param buyer whom it is made out to
 * @param lines what was sold
 * @param callback where to tell, if anywhere
 * @param fingerprint equal for requests with the same content
 * @param state where it stands
 * @param reason why it was rejected
 * @param number the 20 digits, or 8 on paper
 * @param code the 12 digits that paper ones carry besides
 * @param submitted when it came in
 * @param issuedAt when it was issued
 */
public record TaxInvoice(
        String id,
        String serial,
        String kind,
        Buyer buyer,
        List<Line> lines,
        @Nullable String callback,
        String fingerprint,
        State state,
        @Nullable String reason,
        @Nullable String number,
        @Nullable String code,
        Instant submitted,
        @Nullable Instant issuedAt) {

    /** Where an invoice stands. */
    public enum State {
        /** Not decided. */
        PENDING,
        /** Numbered. */
        ISSUED,
        /** Refused with a reason. */
        REJECTED
    }

    /** The buyer's six fields. */
    public record Buyer(
            String name,
            @Nullable String taxNumber,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String bank,
            @Nullable String account) {}

    /** A line; money in fen, rate as a decimal fraction. */
    public record Line(
            @Nullable String code,
            @Nullable String shortName,
            String name,
            String rate,
            long gross,
            long net,
            long tax) {}

    boolean special() {
        return kind.equals("81") || kind.equals("85");
    }

    boolean paper() {
        return kind.equals("85") || kind.equals("86");
    }

    /** What people call the kind. */
    public String kindLabel() {
        return switch (kind) {
            case "81" -> "电子发票（增值税专用发票）";
            case "82" -> "电子发票（普通发票）";
            case "85" -> "增值税专用发票（纸质）";
            default -> "增值税普通发票（纸质）";
        };
    }

    long total() {
        return lines.stream().mapToLong(Line::gross).sum();
    }

    long net() {
        return lines.stream().mapToLong(Line::net).sum();
    }

    long tax() {
        return lines.stream().mapToLong(Line::tax).sum();
    }

    TaxInvoice issue(String given, @Nullable String paperCode, Instant at) {
        return new TaxInvoice(
                id,
                serial,
                kind,
                buyer,
                lines,
                callback,
                fingerprint,
                State.ISSUED,
                null,
                given,
                paperCode,
                submitted,
                at);
    }

    TaxInvoice reject(String why) {
        return new TaxInvoice(
                id,
                serial,
                kind,
                buyer,
                lines,
                callback,
                fingerprint,
                State.REJECTED,
                why,
                null,
                null,
                submitted,
                null);
    }
}
