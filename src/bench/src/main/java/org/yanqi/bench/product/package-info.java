/** The product itself as one side of the comparison: real use cases, workers, job executor and authority; the outside world answers at once. */
@NullMarked
package org.yanqi.bench.product;

import org.jspecify.annotations.NullMarked;
