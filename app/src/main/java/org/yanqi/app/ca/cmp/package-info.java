/** Key updates and revocations that the embedded authority serves by CMP (RFC 4210, 9483). Nobody gets a certificate here that no paid renewal waits for. */
@NullMarked
package org.yanqi.app.ca.cmp;

import org.jspecify.annotations.NullMarked;
