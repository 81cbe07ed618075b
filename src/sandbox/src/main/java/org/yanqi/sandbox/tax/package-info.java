/** The stand-in for a channel to the tax system: takes invoices, numbers them and draws specimens without legal force. */
@NullMarked
package org.yanqi.sandbox.tax;

import org.jspecify.annotations.NullMarked;
