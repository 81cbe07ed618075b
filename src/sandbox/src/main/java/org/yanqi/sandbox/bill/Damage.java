package org.yanqi.sandbox.bill;

import java.util.Locale;
import org.yanqi.sandbox.wire.Refusal;

/** One thing that is wrong with a day's bill. */
public enum Damage {
    /** A column more than was agreed. */
    EXTRA_COLUMN("多一列"),
    /** Without its sums. */
    NO_SUMMARY("缺汇总"),
    /** Content that is not what its hash, or its zip, promised. */
    WRONG_HASH("校验不符"),
    /** A row is left out. */
    MISSING_ROW("缺一行"),
    /** A row says one yuan more. */
    ALTERED_AMOUNT("金额不符"),
    /** A row says one fen more of fees. */
    ALTERED_FEE("手续费不符"),
    /** A row is there twice. */
    DUPLICATED_ROW("重复行"),
    /** A row about a payment that the merchant never asked for. */
    ORPHAN_ROW("多一笔"),
    /** A row that nobody can read. */
    GARBLED_ROW("乱码行");

    private final String label;

    Damage(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** The name as it is written on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The damage of this name.
     *
     * @throws Refusal 400 if there is none
     */
    public static Damage named(String word) {
        try {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "UNKNOWN_DAMAGE", "没有这种账单损坏：" + word, e);
        }
    }
}
