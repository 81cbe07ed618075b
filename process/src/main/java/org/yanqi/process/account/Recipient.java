package org.yanqi.process.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** To whom a paper invoice goes. */
public record Recipient(@Nullable UUID id, String name, String mobile, String region, String address) {}
