/** Holds the number of statements and commits that a renewal costs. */
@NullMarked
package org.yanqi.bench;

import org.jspecify.annotations.NullMarked;
