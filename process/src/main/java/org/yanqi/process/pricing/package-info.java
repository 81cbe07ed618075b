/** What a renewal costs: the DMN table asked, lines added up, in fen. */
@NullMarked
package org.yanqi.process.pricing;

import org.jspecify.annotations.NullMarked;
