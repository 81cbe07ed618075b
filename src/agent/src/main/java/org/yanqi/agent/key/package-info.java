/** What the agent can ask of a USB key, whatever kind it is; no kind of key is implemented here. */
@NullMarked
package org.yanqi.agent.key;

import org.jspecify.annotations.NullMarked;
