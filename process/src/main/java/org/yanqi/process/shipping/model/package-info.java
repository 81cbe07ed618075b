/** Parcels as they are stored; guards the order of their states. Talks to nobody. */
@NullMarked
package org.yanqi.process.shipping.model;

import org.jspecify.annotations.NullMarked;
