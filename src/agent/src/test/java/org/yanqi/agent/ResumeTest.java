package org.yanqi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.job.StepWatcher;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.software.Fault;

class ResumeTest {
    @TempDir
    Path keys;

    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(keys);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.MATCH_ALL, names = "REMOVED_.*|WRITE_FAILED")
    void goes_on_after_the_key_failed(Fault fault) throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        bench.software("K1").fail(fault);

        String code = Bench.failure(bench.renew(bench.ticket("item-1", old)));
        assertThat(code).isEqualTo(fault == Fault.WRITE_FAILED ? "write-failed" : "key-removed");
        assertThat(bench.only("K1", ContainerState.CURRENT).certificate()).isEqualTo(old);
        assertThat(bench.product.failures).containsExactly(code);

        bench.software("K1").insert();
        renewed(bench.renew(bench.ticket("item-1", old)));
    }

    @ParameterizedTest
    @EnumSource(StepWatcher.Step.class)
    void goes_on_after_the_agent_was_killed(StepWatcher.Step step) throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        CountDownLatch killed = new CountDownLatch(1);
        bench.restart(taken -> {
            if (taken == step) {
                killed.countDown();
                throw new Killed();
            }
        });
        String job = bench.job(bench.ticket("item-1", old));
        if (step != StepWatcher.Step.FOUND_TOLD) {
            bench.pin(job, Bench.PIN);
        }
        assertThat(killed.await(20, TimeUnit.SECONDS)).isTrue();

        bench.restart(StepWatcher.NOBODY);
        renewed(bench.renew(bench.ticket("item-1", old)));
    }

    @Test
    void a_pair_confirmed_but_not_marked_is_put_in_force_when_the_product_names_it() throws Exception {
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        bench.software("K1").fail(Fault.REMOVED_BEFORE_ACTIVATE);
        bench.renew(bench.ticket("item-1", old));
        bench.software("K1").insert();
        X509CertificateHolder issued = Objects.requireNonNull(bench.product.items.get("item-1").signing);

        String job = bench.job(bench.product.sign(bench.product.claims("read", "item-2", issued, KeyAlgorithm.SM2)));

        bench.await(job, "done");
        assertThat(bench.only("K1", ContainerState.CURRENT).certificate()).isEqualTo(issued);
    }

    private void renewed(JsonNode end) throws Exception {
        assertThat(end.get("state").asText()).as(end.toString()).isEqualTo("done");
        FakeProduct.Item item = bench.product.items.get("item-1");
        assertThat(item.requests).as("one request, from one new pair").hasSize(1);
        assertThat(bench.containers("K1")).hasSize(2);
        assertThat(bench.only("K1", ContainerState.CURRENT).certificate()).isEqualTo(item.signing);
        assertThat(bench.only("K1", ContainerState.OLD).certificate()).isEqualTo(item.old);
    }

    /** Ends the job's thread where it stands; nothing catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed by the test", null, false, false);
        }
    }
}
