package org.yanqi.sandbox.bill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.wire.Shelf;
import org.yanqi.sandbox.wire.Shelves;

/** The damages planted in each channel's bills; each hits a row of its own where there are enough. Survives a restart. */
public final class Damages {
    private final Shelf<Planted> planted;

    /** Damages kept on a shelf. */
    public Damages(Shelves shelves) {
        this.planted = shelves.open("bill-damages", Planted.class);
    }

    /** What is planted in a channel's bills. */
    record Planted(List<Damage> damages) {}

    /**
     * Where a bill has what can be damaged, counted from 0.
     *
     * @param amounts columns with the amount
     * @param fee column with the fee
     * @param numbers columns with the gateway's and the merchant's number
     */
    public record Places(List<Integer> amounts, int fee, List<Integer> numbers) {}

    /** Plants exactly these. */
    public void plant(Channel channel, Collection<Damage> damages) {
        planted.put(
                channel.service(),
                new Planted(damages.stream().distinct().sorted().toList()));
    }

    /** Plants one that is not, takes away one that is. */
    public void toggle(Channel channel, Damage damage) {
        List<Damage> now = new ArrayList<>(of(channel));
        if (!now.remove(damage)) {
            now.add(damage);
        }
        plant(channel, now);
    }

    /** What is planted. */
    public List<Damage> of(Channel channel) {
        return planted.find(channel.service()).map(Planted::damages).orElse(List.of());
    }

    /** Whether this is planted. */
    public boolean has(Channel channel, Damage damage) {
        return of(channel).contains(damage);
    }

    /** The rows of a bill as they are told; a row of one value is written as it is. */
    public List<List<String>> apply(Channel channel, List<List<String>> rows, Places places) {
        List<List<String>> told = new ArrayList<>(rows);
        for (Damage damage : of(channel)) {
            int at = told.isEmpty() ? -1 : damage.ordinal() % told.size();
            if (at < 0) {
                continue;
            }
            List<String> row = new ArrayList<>(told.get(at));
            switch (damage) {
                case ALTERED_AMOUNT -> told.set(at, raised(row, places.amounts(), "1.00"));
                case ALTERED_FEE -> told.set(at, raised(row, List.of(places.fee()), "0.01"));
                case DUPLICATED_ROW -> told.add(row);
                case ORPHAN_ROW -> told.add(orphan(row, places.numbers()));
                case GARBLED_ROW -> told.add(List.of("\u9518\u65a4\u62f7 damaged on request"));
                case MISSING_ROW -> told.remove(at);
                case EXTRA_COLUMN -> told.replaceAll(Damages::longer);
                case NO_SUMMARY, WRONG_HASH -> told.set(at, row);
            }
        }
        return told;
    }

    private static List<String> raised(List<String> row, List<Integer> columns, String by) {
        for (int column : columns) {
            BigDecimal was = new BigDecimal(row.get(column));
            BigDecimal step = new BigDecimal(by);
            if (was.signum() != 0) {
                row.set(column, (was.signum() < 0 ? was.subtract(step) : was.add(step)).toPlainString());
            }
        }
        return row;
    }

    private static List<String> orphan(List<String> row, List<Integer> numbers) {
        for (int column : numbers) {
            row.set(column, "ORPHAN" + row.get(column).replaceAll("\\D", ""));
        }
        return row;
    }

    private static List<String> longer(List<String> row) {
        List<String> more = new ArrayList<>(row);
        more.add("extra");
        return more;
    }
}
