/** Keeps work items in step with the engine's user tasks and incidents, in the engine's own transaction. */
@NullMarked
package org.yanqi.process.worklist.engine;

import org.jspecify.annotations.NullMarked;
