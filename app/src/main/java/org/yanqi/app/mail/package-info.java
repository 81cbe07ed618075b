/** Hands letters to a mail server. Knows nothing of what they say. */
@NullMarked
package org.yanqi.app.mail;

import org.jspecify.annotations.NullMarked;
