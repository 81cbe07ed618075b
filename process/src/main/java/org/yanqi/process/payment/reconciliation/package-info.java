/**
 * Compares each day what the channels say they took and gave back with what we counted, until finance signs the day off.
 * Judges no order: money that only one side has becomes a payment exception and is decided there.
 */
@NullMarked
package org.yanqi.process.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
