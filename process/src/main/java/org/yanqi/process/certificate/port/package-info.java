/** What a certification authority must offer. */
@NullMarked
package org.yanqi.process.certificate.port;

import org.jspecify.annotations.NullMarked;
