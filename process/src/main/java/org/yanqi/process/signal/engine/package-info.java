/** Fetches external tasks from the engine and runs the features' workers outside any transaction. */
@NullMarked
package org.yanqi.process.signal.engine;

import org.jspecify.annotations.NullMarked;
