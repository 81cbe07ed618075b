package org.yanqi.process.certificate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration of certificates.
 *
 * @param vendor name of the certification authority as customers know it
 */
@ConfigurationProperties("yanqi.certificate")
public record CertificateSettings(@DefaultValue("CFCA") String vendor) {}
