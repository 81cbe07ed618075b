package org.yanqi.app.ca;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The revocation lists of the roots.
 *
 * @param validity how long one may be relied upon; the next one is made after half of it
 */
@ConfigurationProperties("yanqi.ca.root-list")
record RootListProperties(@DefaultValue("P180D") Duration validity) {}
