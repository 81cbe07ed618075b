/** What the agent does with a key: one class an operation, one job at a time. */
@NullMarked
package org.yanqi.agent.job;

import org.jspecify.annotations.NullMarked;
