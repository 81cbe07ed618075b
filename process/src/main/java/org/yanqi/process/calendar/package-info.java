/** Chinese working days and deadlines counted in them (R9). Knows nothing of what a deadline is for. */
@NullMarked
package org.yanqi.process.calendar;

import org.jspecify.annotations.NullMarked;
