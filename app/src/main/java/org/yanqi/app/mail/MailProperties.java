package org.yanqi.app.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What letters carry as their sender; the server itself is {@code spring.mail.*}.
 *
 * @param from address letters come from
 * @param sender name shown with it
 */
@ConfigurationProperties("yanqi.mail")
record MailProperties(
        @DefaultValue("no-reply@yanqi.local") String from,
        @DefaultValue("网联平台") String sender) {}
