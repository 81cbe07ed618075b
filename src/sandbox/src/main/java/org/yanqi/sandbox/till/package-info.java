/** The money of the stand-in payment gateways: purchases, payments and refunds; no wire format belongs here. */
@NullMarked
package org.yanqi.sandbox.till;

import org.jspecify.annotations.NullMarked;
