/** Who is let in: sign-in, throttling, sessions, headers, and the actor behind a session. Not what they may do; use cases decide that. */
@NullMarked
package org.yanqi.app.security;

import org.jspecify.annotations.NullMarked;
