package org.yanqi.bench.issue;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/**
 * The figures as text. Rates are by the clock on the wall; the share of an issue's primitives is one of processor time, since
 * a busy machine takes the clock's time from each figure at its own whim.
 */
final class IssueReport {
    private static final double MICROS = 1e6;

    private final Map<String, Double> wall = new HashMap<>();
    private final Map<String, Double> cpu = OnCpu.best();
    private final StringBuilder text = new StringBuilder();

    IssueReport(String machine, Collection<RunResult> results) {
        for (RunResult result : results) {
            wall.put(OnCpu.name(result.getParams()), result.getPrimaryResult().getScore());
        }
        text.append("%n%s, one thread%n%n".formatted(machine));
        text.append("%-46s %12s %12s%n".formatted("", "cpu µs", "a second"));
        line("raw SM2 signature, signer made ready once", "sm2Sign");
        line("raw SM2 signature by the JCA provider", "sm2SignByProvider");
        line("raw RSA-3072 signature by the JCA provider", "rsa3072Sign");
        sm2();
        rsa();
    }

    private void sm2() {
        text.append("%nSM2 dual: the primitives of one issue%n".formatted());
        part("2 verifications (request, old key)", 2 * of("sm2Verify"));
        part("1 encryption pair", of("sm2KeyPair"));
        part("1 encryption to the holder's key", of("sm2Encrypt"));
        part("4 signatures (2 specimens, 2 certificates)", 4 * of("sm2Sign"));
        shares("SM2", 2 * of("sm2Verify") + of("sm2KeyPair") + of("sm2Encrypt") + 4 * of("sm2Sign"));
    }

    private void rsa() {
        text.append("%nRSA-2048: the primitives of one issue%n".formatted());
        part("2 verifications (request, old key)", 2 * of("rsa2048Verify"));
        part("1 signature RSA-2048 (specimen)", of("rsa2048Sign"));
        part("1 signature RSA-3072 (certificate)", of("rsa3072Sign"));
        shares("RSA_2048", 2 * of("rsa2048Verify") + of("rsa2048Sign") + of("rsa3072Sign"));
    }

    private void shares(String algorithm, double sum) {
        part("sum", sum);
        for (String books : new String[] {"memory", "database"}) {
            String name = "issue " + algorithm + " " + books;
            if (wall.containsKey(name)) {
                line(books.equals("memory") ? "issued without database" : "issued with PostgreSQL", name);
                text.append("%-46s %11.0f%%%n".formatted("  share of the sum reached", 100 * sum / of(name)));
            }
        }
    }

    private void line(String what, String name) {
        text.append("%-46s %12.1f %12.1f%n".formatted(what, of(name), MICROS / wall.get(name)));
    }

    private void part(String what, double micro) {
        text.append("  %-44s %12.1f%n".formatted(what, micro));
    }

    private double of(String name) {
        Double found = cpu.get(name);
        if (found == null) {
            throw new IllegalStateException("nothing was measured for " + name);
        }
        return found;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
