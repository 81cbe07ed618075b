package org.yanqi.sandbox.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** What a platform was told of a certificate's term, as it was sent. */
public record Entitlement(String platform, String key, JsonNode told, Instant received) {}
