/** VAT invoices: asked for, issued by the tax system, delivered (R10, R11). Not how paper travels (shipping). */
@NullMarked
package org.yanqi.process.invoicing;

import org.jspecify.annotations.NullMarked;
