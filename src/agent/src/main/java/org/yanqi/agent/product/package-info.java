/** The wire to the product; decides nothing, retries what is safe to repeat. */
@NullMarked
package org.yanqi.agent.product;

import org.jspecify.annotations.NullMarked;
