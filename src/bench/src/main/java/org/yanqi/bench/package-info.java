/** The command line of the benchmarks; what each measures is in a package of its own. Nothing of the product depends on it. */
@NullMarked
package org.yanqi.bench;

import org.jspecify.annotations.NullMarked;
