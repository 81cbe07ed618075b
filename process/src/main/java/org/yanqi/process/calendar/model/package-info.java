/** The days that differ from Monday-to-Friday, as they stand in the database. */
@NullMarked
package org.yanqi.process.calendar.model;

import org.jspecify.annotations.NullMarked;
