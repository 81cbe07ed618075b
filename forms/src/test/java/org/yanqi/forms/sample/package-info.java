/** Sample data behind the screens for tests and for looking at them without the domain; no rules here. */
@NullMarked
package org.yanqi.forms.sample;

import org.jspecify.annotations.NullMarked;
