/** Rules about money, invoices and parcels, against providers that answer over HTTP with real signatures. */
@NullMarked
package org.yanqi.app.money;

import org.jspecify.annotations.NullMarked;
