/** Stories walked in a real browser against the demo as it is shipped. */
@NullMarked
package org.yanqi.e2e;

import org.jspecify.annotations.NullMarked;
