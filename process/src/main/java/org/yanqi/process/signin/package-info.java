/** Signing in with the certificate on a key: a challenge, its proof, and whose account it opens. Not the browser's session, which is the app's. */
@NullMarked
package org.yanqi.process.signin;

import org.jspecify.annotations.NullMarked;
