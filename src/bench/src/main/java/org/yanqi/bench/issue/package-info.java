/** How fast the embedded authority issues, beside the signatures and keys that issuing cannot do without. */
@NullMarked
package org.yanqi.bench.issue;

import org.jspecify.annotations.NullMarked;
