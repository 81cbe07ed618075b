/** What the rekey model's service tasks do: workers that leave the building, and the reminder. No rules. */
@NullMarked
package org.yanqi.process.rekey.delegate;

import org.jspecify.annotations.NullMarked;
