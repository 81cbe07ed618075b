/** Orders, their items and numbers. Not the money (payment) nor the keys (rekey). */
@NullMarked
package org.yanqi.process.ordering;

import org.jspecify.annotations.NullMarked;
