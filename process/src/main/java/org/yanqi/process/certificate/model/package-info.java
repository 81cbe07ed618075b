/** Certificate pairs as they are stored, guarded along their life; not seen outside this feature. */
@NullMarked
package org.yanqi.process.certificate.model;

import org.jspecify.annotations.NullMarked;
