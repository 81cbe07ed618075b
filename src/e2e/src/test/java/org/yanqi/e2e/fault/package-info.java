/** Kills the product or the agent at every step of a rekey and looks whether what was promised came true all the same. */
@NullMarked
package org.yanqi.e2e.fault;

import org.jspecify.annotations.NullMarked;
