/** What a courier must offer. */
@NullMarked
package org.yanqi.process.shipping.port;

import org.jspecify.annotations.NullMarked;
