/** The software key, a directory that stands in for a USB key with its PIN counter, memory and failures. */
@NullMarked
package org.yanqi.agent.software;

import org.jspecify.annotations.NullMarked;
