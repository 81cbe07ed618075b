/** The agent tried over HTTP against a small product with a small certificate authority. */
@NullMarked
package org.yanqi.agent;

import org.jspecify.annotations.NullMarked;
