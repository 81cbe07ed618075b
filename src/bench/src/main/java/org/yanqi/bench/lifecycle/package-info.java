/** Compares whole renewals on the product with the same models on a bare engine: the command, the clock and the report. */
@NullMarked
package org.yanqi.bench.lifecycle;

import org.jspecify.annotations.NullMarked;
