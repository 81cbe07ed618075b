/** Challenges as they are stored, each for one session and one proof. */
@NullMarked
package org.yanqi.process.signin.model;

import org.jspecify.annotations.NullMarked;
