/** Parcels on their way: waybills, tracking, cover sheets. Knows nothing of what is inside. */
@NullMarked
package org.yanqi.process.shipping;

import org.jspecify.annotations.NullMarked;
