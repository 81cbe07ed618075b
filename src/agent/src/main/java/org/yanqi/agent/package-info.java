/** The key agent as a program: its start, its settings and its commands; what it does is in the packages below. */
@NullMarked
package org.yanqi.agent;

import org.jspecify.annotations.NullMarked;
