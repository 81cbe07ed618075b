/** Serving CMP under test, with OpenSSL as the client. */
@NullMarked
package org.yanqi.app.ca.cmp;

import org.jspecify.annotations.NullMarked;
