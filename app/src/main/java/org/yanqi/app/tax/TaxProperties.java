package org.yanqi.app.tax;

import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The tax channel; without an endpoint invoices wait.
 *
 * @param endpoint where /v1/invoices is found below
 * @param secret shared secret of the signatures, both ways
 * @param callbackUrl where the channel tells of changes
 */
@ConditionalOnProperty("yanqi.tax.endpoint")
@ConfigurationProperties("yanqi.tax")
public record TaxProperties(URI endpoint, String secret, String callbackUrl) {}
