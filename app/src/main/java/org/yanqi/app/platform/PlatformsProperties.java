package org.yanqi.app.platform;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the platforms are.
 *
 * @param baseUrl of all platforms; a platform's paths begin with its code behind it
 * @param secret bearer token for all platforms, none if absent
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take
 * @param each what differs for a platform, by its code
 */
@ConfigurationProperties("yanqi.platforms")
public record PlatformsProperties(
        @DefaultValue("http://localhost:8090/platforms") URI baseUrl,
        @Nullable String secret,
        @DefaultValue("PT3S") Duration connectTimeout,
        @DefaultValue("PT10S") Duration readTimeout,
        @DefaultValue Map<String, Endpoint> each) {

    /**
     * One platform.
     *
     * @param url address of the platform itself, in place of the common one with the code behind it
     * @param secret bearer token for this platform
     * @param openBids false if it cannot be asked for unopened bids
     */
    public record Endpoint(
            @Nullable URI url,
            @Nullable String secret,
            @DefaultValue("true") boolean openBids) {}

    private static final Endpoint USUAL = new Endpoint(null, null, true);

    Endpoint of(String platform) {
        return each.getOrDefault(platform, USUAL);
    }

    /** Where a platform's paths begin. */
    String address(String platform) {
        var own = of(platform).url();
        return own == null ? baseUrl + "/" + platform : own.toString();
    }

    @Nullable
    String token(String platform) {
        var own = of(platform).secret();
        return own == null ? secret : own;
    }
}
