/** What a payment provider must offer. */
@NullMarked
package org.yanqi.process.payment.port;

import org.jspecify.annotations.NullMarked;
