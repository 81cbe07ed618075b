/** The outside world in one process: puts the stand-ins together and starts and stops them; each stand-in lives in a package of its own. */
@NullMarked
package org.yanqi.sandbox;

import org.jspecify.annotations.NullMarked;
