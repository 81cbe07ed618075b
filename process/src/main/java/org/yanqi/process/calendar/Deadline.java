package org.yanqi.process.calendar;

import java.time.Instant;

/**
 * Until when something is due.
 *
 * @param provisional true if it reaches a year whose holidays are not entered yet (R9)
 */
public record Deadline(Instant at, boolean provisional) {}
