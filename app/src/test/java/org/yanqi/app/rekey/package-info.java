/** Updating keys under test, from the ticket to the revocation of the old certificate, over HTTP and the real models. */
@NullMarked
package org.yanqi.app.rekey;

import org.jspecify.annotations.NullMarked;
