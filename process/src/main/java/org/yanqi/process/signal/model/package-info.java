/** Which instances belong to a case, and what left the building, as they stand in the database. */
@NullMarked
package org.yanqi.process.signal.model;

import org.jspecify.annotations.NullMarked;
