/** Money under races: seeded histories of everything that can happen to a payment, against the sandbox's gateways. */
@NullMarked
package org.yanqi.bench.money;

import org.jspecify.annotations.NullMarked;
