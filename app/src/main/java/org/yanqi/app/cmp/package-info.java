/** An outside certification authority over CMP (RFC 4210, 9480, 9483), OCSP (RFC 6960) and its revocation lists, in place of the embedded one. Decides nothing about renewals. */
@NullMarked
package org.yanqi.app.cmp;

import org.jspecify.annotations.NullMarked;
