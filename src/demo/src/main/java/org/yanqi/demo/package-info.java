/** Starts the product beside its stand-ins for a newcomer and for browser tests. Nothing of the product depends on it. */
@NullMarked
package org.yanqi.demo;

import org.jspecify.annotations.NullMarked;
