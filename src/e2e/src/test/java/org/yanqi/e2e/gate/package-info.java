/** What continuous integration says at the end of a run, tried with reports as Surefire writes them. No browser, no product. */
@NullMarked
package org.yanqi.e2e.gate;

import org.jspecify.annotations.NullMarked;
