package org.yanqi.bench.issue;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/** One renewal after the other, with the product's database and without any. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Issuing {
    @Param({"SM2", "RSA_2048"})
    private Algorithm algorithm = Algorithm.SM2;

    @Param({"memory", "database"})
    private String books = "memory";

    private @Nullable Holder holder;

    /** A fresh holder an iteration, so that books in memory do not grow without end. */
    @Setup(Level.Iteration)
    public void holder() throws Exception {
        holder = new Holder(IssueBench.authority(books), algorithm);
    }

    @Benchmark
    public Reply issue(OnCpu cpu) throws NoAnswer {
        cpu.operations++;
        return holder.renew();
    }
}
