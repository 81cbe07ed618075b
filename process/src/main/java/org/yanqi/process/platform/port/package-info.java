/** What platforms must offer. */
@NullMarked
package org.yanqi.process.platform.port;

import org.jspecify.annotations.NullMarked;
