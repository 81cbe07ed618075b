/** Certificates as staff look into them and revoke them, on the real models. */
@NullMarked
package org.yanqi.app.certificate;

import org.jspecify.annotations.NullMarked;
