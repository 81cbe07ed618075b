/** How fast callbacks are answered: a provider's stand-in that signs as the SDKs want it, a steady load, and the figures. */
@NullMarked
package org.yanqi.bench.callbacks;

import org.jspecify.annotations.NullMarked;
