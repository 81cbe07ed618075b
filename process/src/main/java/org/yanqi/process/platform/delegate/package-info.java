/** Workers that tell the platforms; no rules about terms. */
@NullMarked
package org.yanqi.process.platform.delegate;

import org.jspecify.annotations.NullMarked;
