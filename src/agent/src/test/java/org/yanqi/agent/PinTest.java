package org.yanqi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.job.StepWatcher;
import org.yanqi.agent.product.Pace;
import org.yanqi.agent.software.Fault;

class PinTest {
    @TempDir
    Path keys;

    private Bench bench;
    private X509CertificateHolder old;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(keys);
        old = bench.key("K1", KeyAlgorithm.SM2);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void says_what_is_about_to_be_done_before_it_asks() throws Exception {
        String job = waiting();

        HttpResponse<String> page = bench.get("/pin/" + job);

        assertThat(page.body())
                .contains("更新数字证书", "沈阳测试有限公司", "PLYQHB2026112200001", bench.product.origin(), "K1", "还可以输入 6 次");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(bench.get("/pin/" + job + "?lang=en").body()).contains("Renew the certificate");
    }

    @Test
    void counts_wrong_pins_and_lets_the_customer_try_again_by_hand() throws Exception {
        String job = waiting();

        assertThat(bench.pin(job, "999999").body()).contains("还可以输入 5 次");
        assertThat(bench.look(job).get("state").asText()).isEqualTo("waiting-for-pin");
        assertThat(bench.software("K1").tries().left()).isEqualTo(5);
        bench.pin(job, Bench.PIN);

        assertThat(bench.await(job, "done", "failed").get("state").asText()).isEqualTo("done");
        assertThat(bench.software("K1").tries().left()).isEqualTo(6);
    }

    @Test
    void locks_after_six_wrong_pins_and_goes_on_once_the_counter_has_unlocked_it() throws Exception {
        String job = waiting();
        for (int tries = 0; tries < 5; tries++) {
            bench.pin(job, "999999");
        }
        assertThat(bench.get("/pin/" + job).body()).contains("最后一次机会");
        assertThat(bench.pin(job, "999999").body()).contains("已锁定");
        JsonNode end = bench.await(job, "failed");
        assertThat(Bench.failure(end)).isEqualTo("pin-locked");
        assertThat(end.at("/failure/triesLeft").asInt(-1)).isZero();
        assertThat(bench.product.failures).containsExactly("pin-locked");
        assertThat(Bench.failure(bench.renew(bench.ticket("item-1", old)))).isEqualTo("pin-locked");

        bench.submit("/", "/keys/K1/unlock", Map.of("counter", "88888888", "next", Bench.PIN, "repeat", Bench.PIN));

        assertThat(bench.renew(bench.ticket("item-1", old)).get("state").asText())
                .isEqualTo("done");
    }

    @Test
    void a_form_sent_twice_costs_one_try() throws Exception {
        String job = waiting();
        String token = bench.get("/pin/" + job).body().replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        String form = "attempt=0&pin=999999&csrf=" + token;

        bench.form("/pin/" + job, form, bench.agent.address());
        String second = bench.form("/pin/" + job, form, bench.agent.address()).body();

        assertThat(second).contains("还可以输入 5 次");
        assertThat(bench.software("K1").tries().left()).isEqualTo(5);
    }

    @Test
    void the_status_page_leads_back_to_a_job_that_waits() throws Exception {
        String job = waiting();
        assertThat(bench.get("/").body()).contains("/pin/" + job);
    }

    @Test
    void a_key_found_locked_is_a_failure_before_any_pin_is_asked() throws Exception {
        bench.software("K1").fail(Fault.PIN_LOCKED);
        assertThat(Bench.failure(bench.renew(bench.ticket("item-1", old)))).isEqualTo("pin-locked");
    }

    @Test
    void takes_no_pin_from_another_site() throws Exception {
        String job = waiting();

        assertThat(bench.form("/pin/" + job, "pin=" + Bench.PIN, bench.agent.address())
                        .statusCode())
                .as("without the page's token")
                .isEqualTo(403);
        HttpResponse<String> page = bench.get("/pin/" + job);
        String token = page.body().replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        assertThat(bench.form("/pin/" + job, "pin=" + Bench.PIN + "&csrf=" + token, bench.product.origin())
                        .statusCode())
                .as("from the product's page")
                .isEqualTo(403);
        assertThat(bench.software("K1").tries().left()).isEqualTo(6);
        assertThat(bench.look(job).get("state").asText()).isEqualTo("waiting-for-pin");
    }

    @Test
    void gives_up_when_nobody_enters_a_pin() throws Exception {
        bench.restart(
                StepWatcher.NOBODY,
                new Pace(Duration.ofMillis(2), 4, Duration.ofMillis(2), 200, Duration.ofMillis(50)));

        JsonNode end = bench.await(bench.job(bench.ticket("item-1", old)), "failed");

        assertThat(Bench.failure(end)).isEqualTo("cancelled");
    }

    @Test
    void changes_the_pin_on_the_agents_page() throws Exception {
        HttpResponse<String> answer = bench.submit(
                "/", "/keys/K1/pin", Map.of("present", Bench.PIN, "next", "24681357", "repeat", "24681357"));
        assertThat(answer.headers().firstValue("Location")).contains("/?message=pin-changed");

        String job = waiting();
        bench.pin(job, Bench.PIN);
        bench.pin(job, "24681357");

        assertThat(bench.await(job, "done", "failed").get("state").asText()).isEqualTo("done");
    }

    @Test
    void pulls_keys_out_and_plugs_them_in_on_the_agents_page() throws Exception {
        bench.submit("/", "/keys/K1/remove", Map.of());
        assertThat(bench.get("/").body()).contains("未插入");
        bench.submit("/", "/keys/K1/insert", Map.of());
        assertThat(bench.software("K1").inserted()).isTrue();
        bench.submit("/", "/keys/K1/fault", Map.of("fault", "full"));
        assertThat(Bench.failure(bench.renew(bench.ticket("item-1", old)))).isEqualTo("key-full");
    }

    @Test
    void shows_no_job_that_is_not_there() throws Exception {
        assertThat(bench.get("/pin/../../etc").statusCode()).isEqualTo(404);
        assertThat(bench.get("/pin/unknown").statusCode()).isEqualTo(404);
    }

    private String waiting() throws Exception {
        String job = bench.job(bench.ticket("item-1", old));
        bench.await(job, "waiting-for-pin");
        return job;
    }
}
