package org.yanqi.app.agent;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Tickets for the key agent.
 *
 * @param keyFile the signing key, an encrypted JSON Web Key; made at the first start
 * @param keyPassword encrypts it
 */
@ConfigurationProperties("yanqi.agent")
public record AgentProperties(Path keyFile, String keyPassword) {}
