/** SF Express by 丰桥: bookings, routes, pushes, and the cover sheet. Decides nothing about parcels. */
@NullMarked
package org.yanqi.app.sf;

import org.jspecify.annotations.NullMarked;
