package org.yanqi.app.cmp;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the state of a certificate of the outside authority is learned.
 *
 * @param ocsp address of its OCSP responder; else the one that the certificate names
 * @param crl address of its revocation list; else those that the certificate names
 * @param timeout for one exchange
 * @param nonceRequired whether an OCSP answer must carry our nonce; a wrong one is never accepted
 * @param skew how far its clock and ours may be apart
 * @param oldest how old an OCSP answer without nextUpdate may be
 * @param keepList how long a revocation list is used before it is fetched again, within its own time
 * @param largestList of a revocation list
 */
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
@ConfigurationProperties("yanqi.cmp.status")
public record StatusProperties(
        @Nullable URI ocsp,
        @Nullable URI crl,
        @DefaultValue("PT5S") Duration timeout,
        @DefaultValue("false") boolean nonceRequired,
        @DefaultValue("PT5M") Duration skew,
        @DefaultValue("P1D") Duration oldest,
        @DefaultValue("PT10M") Duration keepList,
        @DefaultValue("10MB") DataSize largestList) {}
