/** Invoices and their files as they are stored; guards the order of their states. Talks to nobody. */
@NullMarked
package org.yanqi.process.invoicing.model;

import org.jspecify.annotations.NullMarked;
