/** One thin delegate per service task of the case: reads ids, calls one use case, sets the gateway's word. No rules. */
@NullMarked
package org.yanqi.process.renewal.delegate;

import org.jspecify.annotations.NullMarked;
