/** The customer's screens: sign-in, home, certificates, the renewal's steps, orders, invoices. Not what staff see. */
@NullMarked
package org.yanqi.forms.portal;

import org.jspecify.annotations.NullMarked;
