/** What a merchant would receive on paper or download once: numbers, secrets and keys of each outside service. */
@NullMarked
package org.yanqi.sandbox.papers;

import org.jspecify.annotations.NullMarked;
