/** Orders and their items as they are stored, guarded against wrong steps; not seen outside this feature. */
@NullMarked
package org.yanqi.process.ordering.model;

import org.jspecify.annotations.NullMarked;
