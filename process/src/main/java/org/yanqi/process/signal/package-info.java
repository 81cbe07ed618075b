/** The engine as the features see it: names of processes, messages and variables; start, correlate, where a case stands; workers. */
@NullMarked
package org.yanqi.process.signal;

import org.jspecify.annotations.NullMarked;
