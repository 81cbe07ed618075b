/** The stand-in for Alipay's open gateway; money itself is kept in the till. */
@NullMarked
package org.yanqi.sandbox.alipay;

import org.jspecify.annotations.NullMarked;
