package org.yanqi.app.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/**
 * Refuses a production start with sandbox addresses, default passwords or missing keys, before anything else is made.
 * {@code yanqi.mode} is production unless it says demo or test.
 */
@Component
class ProductionGuard implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final Set<String> REHEARSALS = Set.of("demo", "test");
    private static final String DEFAULT_SECRET = "not-a-secret";
    private static final List<String> SECRETS =
            List.of("yanqi.record.key-password", "yanqi.ca.secret", "yanqi.ca.km.secret", "yanqi.agent.key-password");
    private static final List<String> OUTSIDE =
            List.of("yanqi.tax.endpoint", "yanqi.sf.endpoint", "yanqi.platforms.base-url");

    private static final Map<String, String> OUTSIDE_AUTHORITY = new TreeMap<>(Map.of(
            "yanqi.cmp.endpoint", "the address of the certification authority for CMP",
            "yanqi.cmp.authority", "the name in the certification authority's certificate (C=CN,O=...,CN=...)",
            "yanqi.cmp.trust", "a PEM file with the certification authority's root",
            "yanqi.cmp.key-store", "a PKCS#12 file with this product's key and certificate as a registration authority",
            "yanqi.cmp.key-store-password", "the password of that file (environment: YANQI_CMP_KEY_STORE_PASSWORD)"));

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    /** @throws ProductionRefusal if this is no rehearsal and something is missing */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var missing = missing(environment);
        if (!missing.isEmpty()) {
            throw new ProductionRefusal(missing);
        }
    }

    /** A sentence for everything that has to be set. */
    static List<String> missing(Environment environment) {
        var found = new ArrayList<String>();
        if (REHEARSALS.contains(environment.getProperty("yanqi.mode", "production"))) {
            return found;
        }
        if (!environment.getProperty("yanqi.public-url", "").startsWith("https://")) {
            found.add("Set yanqi.public-url to the https address under which customers reach this product.");
        }
        if (!environment.getProperty("yanqi.secure-cookies", Boolean.class, false)) {
            found.add("Set yanqi.secure-cookies to true, so that session cookies travel over https only.");
        }
        for (var secret : SECRETS) {
            if (environment.getProperty(secret, DEFAULT_SECRET).equals(DEFAULT_SECRET)) {
                found.add("Set " + secret + " to a secret of your own (environment or a file, never the repository).");
            }
        }
        authority(environment, found);
        if (environment.getProperty("yanqi.wechat.merchant-id") == null
                && environment.getProperty("yanqi.alipay.app-id") == null) {
            found.add("Set yanqi.wechat.* or yanqi.alipay.*: without a payment provider nobody can pay.");
        }
        for (var provider : List.of("yanqi.wechat.endpoint", "yanqi.alipay.endpoint")) {
            if (isLoopback(environment.getProperty(provider))) {
                found.add(provider + " is a sandbox's address; set the provider's own.");
            }
        }
        for (var address : OUTSIDE) {
            var value = environment.getProperty(address);
            if (value == null || isLoopback(value)) {
                found.add("Set " + address + " to the address of the real service.");
            }
        }
        if (environment.getProperty("spring.mail.host") == null) {
            found.add("Set spring.mail.host (and spring.mail.username, spring.mail.password) to a mail server.");
        }
        return found;
    }

    /** What an outside certification authority needs. */
    private static void authority(Environment environment, List<String> found) {
        var kind = environment.getProperty("yanqi.ca.kind", "embedded");
        if (kind.equals("embedded")) {
            return;
        }
        if (!kind.equals("cmp")) {
            found.add("Set yanqi.ca.kind to embedded or cmp; it is " + kind + ".");
            return;
        }
        for (var property : OUTSIDE_AUTHORITY.entrySet()) {
            var shared = property.getKey().startsWith("yanqi.cmp.key-store")
                    && !environment.getProperty("yanqi.cmp.mac.secret", "").isBlank();
            if (!shared && environment.getProperty(property.getKey(), "").isBlank()) {
                found.add("Set " + property.getKey() + " to " + property.getValue() + ".");
            }
        }
        if (isLoopback(environment.getProperty("yanqi.cmp.endpoint"))) {
            found.add("yanqi.cmp.endpoint is an address of this machine; set the certification authority's own.");
        }
        if (environment.getProperty("yanqi.ca.cmp.enabled", Boolean.class, false)) {
            found.add("Set yanqi.ca.cmp.enabled to false: only the embedded authority serves key updates.");
        }
    }

    private static boolean isLoopback(@Nullable String address) {
        if (address == null) {
            return false;
        }
        var host = URI.create(address).getHost();
        return host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
