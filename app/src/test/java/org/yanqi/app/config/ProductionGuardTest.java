package org.yanqi.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ProductionGuardTest {
    private static final Map<String, String> REAL = Map.ofEntries(
            Map.entry("yanqi.public-url", "https://ca.example.cn"),
            Map.entry("yanqi.secure-cookies", "true"),
            Map.entry("yanqi.record.key-password", "one of our own"),
            Map.entry("yanqi.ca.secret", "another of our own"),
            Map.entry("yanqi.ca.km.secret", "a third of our own"),
            Map.entry("yanqi.agent.key-password", "a third of our own"),
            Map.entry("yanqi.wechat.merchant-id", "1600000001"),
            Map.entry("yanqi.wechat.endpoint", "https://api.mch.weixin.qq.com"),
            Map.entry("yanqi.tax.endpoint", "https://tax.example.cn"),
            Map.entry("yanqi.sf.endpoint", "https://bspgw.sf-express.com/std/service"),
            Map.entry("yanqi.platforms.base-url", "https://platforms.example.cn"),
            Map.entry("spring.mail.host", "smtp.example.cn"));

    private static MockEnvironment environment(Map<String, String> values) {
        var environment = new MockEnvironment();
        values.forEach(environment::setProperty);
        return environment;
    }

    @Test
    void starts_with_real_configuration() {
        assertThat(ProductionGuard.missing(environment(REAL))).isEmpty();
    }

    @Test
    void names_whatever_single_thing_is_missing() {
        for (var left : REAL.keySet()) {
            if (left.equals("yanqi.wechat.endpoint")) {
                continue; // the adapter itself has no default and says so
            }
            var values = new TreeMap<>(REAL);
            values.remove(left);
            assertThat(ProductionGuard.missing(environment(values)))
                    .as("without " + left)
                    .hasSize(1);
        }
    }

    @Test
    void refuses_a_sandbox_address() {
        for (var address : new String[] {"http://127.0.0.1:8090/wechat", "http://localhost:8090/wechat"}) {
            var values = new TreeMap<>(REAL);
            values.put("yanqi.wechat.endpoint", address);
            assertThat(ProductionGuard.missing(environment(values)))
                    .containsExactly("yanqi.wechat.endpoint is a sandbox's address; set the provider's own.");
        }
    }

    @Test
    void an_outside_authority_needs_to_be_described() {
        var values = new TreeMap<>(REAL);
        values.put("yanqi.ca.kind", "cmp");
        assertThat(ProductionGuard.missing(environment(values)))
                .hasSize(5)
                .allMatch(sentence -> sentence.startsWith("Set yanqi.cmp."));
        values.putAll(Map.of(
                "yanqi.cmp.endpoint", "https://ca.example.cn/pkix",
                "yanqi.cmp.authority", "C=CN,O=Example,CN=Example CA",
                "yanqi.cmp.trust", "/etc/yanqi/root.pem",
                "yanqi.cmp.key-store", "/etc/yanqi/registration.p12",
                "yanqi.cmp.key-store-password", "one of our own"));
        assertThat(ProductionGuard.missing(environment(values))).isEmpty();
        values.put("yanqi.cmp.endpoint", "http://127.0.0.1:8829/pkix");
        values.put("yanqi.ca.cmp.enabled", "true");
        assertThat(ProductionGuard.missing(environment(values))).hasSize(2);
        values.put("yanqi.ca.kind", "somebody");
        assertThat(ProductionGuard.missing(environment(values)))
                .containsExactly("Set yanqi.ca.kind to embedded or cmp; it is somebody.");
    }

    @Test
    void who_shares_a_secret_with_the_authority_needs_no_key_of_its_own() {
        var values = new TreeMap<>(REAL);
        values.putAll(Map.of(
                "yanqi.ca.kind", "cmp",
                "yanqi.cmp.endpoint", "https://ca.example.cn/pkix",
                "yanqi.cmp.authority", "C=CN,O=Example,CN=Example CA",
                "yanqi.cmp.trust", "/etc/yanqi/root.pem",
                "yanqi.cmp.mac.reference", "yanqi",
                "yanqi.cmp.mac.secret", "one of our own, shared"));
        assertThat(ProductionGuard.missing(environment(values))).isEmpty();
    }

    @Test
    void a_rehearsal_needs_nothing() {
        assertThat(ProductionGuard.missing(environment(Map.of("yanqi.mode", "demo"))))
                .isEmpty();
    }

    @Test
    void production_is_the_default() {
        assertThat(ProductionGuard.missing(environment(Map.of()))).isNotEmpty();
    }
}
