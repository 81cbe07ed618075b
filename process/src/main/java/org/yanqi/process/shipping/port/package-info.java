/** What a courier, and a printer of cover sheets, must offer. */
@NullMarked
package org.yanqi.process.shipping.port;

import org.jspecify.annotations.NullMarked;
