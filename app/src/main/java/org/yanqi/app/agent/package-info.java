/** The HTTP door for the key agent: tickets are signed here, messages are read and answered. What they mean is decided in rekey. */
@NullMarked
package org.yanqi.app.agent;

import org.jspecify.annotations.NullMarked;
