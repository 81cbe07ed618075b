package org.yanqi.process.platform;

import java.time.LocalDate;
import java.util.UUID;

/** A platform's service term for one certificate, both days included. */
public record Entitlement(UUID id, UUID certificate, String platform, LocalDate from, LocalDate until, boolean gift) {}
