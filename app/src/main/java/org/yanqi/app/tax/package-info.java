/** The tax channel: an HMAC-signed JSON client and its callback. Decides nothing about invoices. */
@NullMarked
package org.yanqi.app.tax;

import org.jspecify.annotations.NullMarked;
