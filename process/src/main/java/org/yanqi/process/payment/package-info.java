/** Payments, the inbox of callbacks, refunds, and money that fits no order (R5, R14). Amounts in fen. */
@NullMarked
package org.yanqi.process.payment;

import org.jspecify.annotations.NullMarked;
