/** Tests of what the agent's door lets in. */
@NullMarked
package org.yanqi.app.agent;

import org.jspecify.annotations.NullMarked;
