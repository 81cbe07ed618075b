/** The same models on a bare engine: no Spring, no domain, delegates and workers that do nothing. The measure to compare with. */
@NullMarked
package org.yanqi.bench.bare;

import org.jspecify.annotations.NullMarked;
