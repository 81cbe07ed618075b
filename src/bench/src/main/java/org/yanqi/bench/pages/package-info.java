/** Measures what a first visit costs a browser: bytes over the network and time until something is seen. */
@NullMarked
package org.yanqi.bench.pages;

import org.jspecify.annotations.NullMarked;
