/** What can be wrong with a day's bill when reconciling is rehearsed; formats belong to the gateways. */
@NullMarked
package org.yanqi.sandbox.bill;

import org.jspecify.annotations.NullMarked;
