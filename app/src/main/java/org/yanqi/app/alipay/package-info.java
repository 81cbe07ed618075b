/** Alipay's open gateway and its notices. Decides nothing about orders. */
@NullMarked
package org.yanqi.app.alipay;

import org.jspecify.annotations.NullMarked;
