package org.yanqi.process.account;

/** An account may no longer act. */
public record AccountDisabled(String login) {}
