/** How fast a day's bill is taken in and compared, and in how much memory. */
@NullMarked
package org.yanqi.bench.bills;

import org.jspecify.annotations.NullMarked;
