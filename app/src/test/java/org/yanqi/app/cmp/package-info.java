/** CMP under test against OpenSSL's, with a proxy between that does what networks and strangers do. */
@NullMarked
package org.yanqi.app.cmp;

import org.jspecify.annotations.NullMarked;
