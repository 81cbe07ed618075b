/** The catalogue of tendering platforms, which certificate is bound to which, and the terms of service (R2, R3). */
@NullMarked
package org.yanqi.process.platform;

import org.jspecify.annotations.NullMarked;
