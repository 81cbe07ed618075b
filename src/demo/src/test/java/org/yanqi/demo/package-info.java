/** What a newcomer finds in the demo. */
@NullMarked
package org.yanqi.demo;

import org.jspecify.annotations.NullMarked;
