/** The price table as the decision engine evaluates it; no adding up. */
@NullMarked
package org.yanqi.process.pricing.engine;

import org.jspecify.annotations.NullMarked;
