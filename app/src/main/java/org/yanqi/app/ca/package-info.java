/** The embedded certification authority: issues, revokes, publishes. Knows nothing of renewals, orders or keys on desks. */
@NullMarked
package org.yanqi.app.ca;

import org.jspecify.annotations.NullMarked;
