/** What a use case answers when the business expects more than one ending. No feature's types, no texts of a screen. */
@NullMarked
package org.yanqi.process.outcome;

import org.jspecify.annotations.NullMarked;
