/** Payments, inbox, refunds and exceptions as they are stored. Guards their own arrows; decides nothing about orders. */
@NullMarked
package org.yanqi.process.payment.model;

import org.jspecify.annotations.NullMarked;
