package org.yanqi.app.ca.cmp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Serving CMP.
 *
 * @param enabled whether the address is there at all
 * @param checkAfter pause before a client asks again for a certificate that is not ready
 */
@ConfigurationProperties("yanqi.ca.cmp")
public record CmpServing(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("PT1S") Duration checkAfter) {}
