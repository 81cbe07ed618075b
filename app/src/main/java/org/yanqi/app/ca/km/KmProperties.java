package org.yanqi.app.ca.km;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key-management component.
 *
 * @param directory where the salt of its key lies; all nodes need the same
 * @param secret its key is derived from it; another one than the authority's
 */
@ConfigurationProperties("yanqi.ca.km")
public record KmProperties(Path directory, @DefaultValue("") String secret) {
    private static final int SHORTEST_SECRET = 12;

    public KmProperties {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("yanqi.ca.km.secret must be set to at least " + SHORTEST_SECRET
                    + " characters: it encrypts the kept encryption keys of holders (environment: YANQI_CA_KM_SECRET)");
        }
    }
}
