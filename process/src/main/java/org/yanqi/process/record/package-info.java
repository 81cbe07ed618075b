/** The append-only, hash-chained record of who did what (R13), and the actor that every use case takes. Plain values only. */
@NullMarked
package org.yanqi.process.record;

import org.jspecify.annotations.NullMarked;
