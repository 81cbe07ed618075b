/** What people see: views that show where a case stands and hand decisions in. No rules of the business. */
@NullMarked
package org.yanqi.forms;

import org.jspecify.annotations.NullMarked;
