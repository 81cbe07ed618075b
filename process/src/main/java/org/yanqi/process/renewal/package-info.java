/** The case: start, steps, cancel, settle, and what staff see of it. It alone sees all the other features. */
@NullMarked
package org.yanqi.process.renewal;

import org.jspecify.annotations.NullMarked;
