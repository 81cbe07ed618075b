/** Rules of forms.component in words. */
@NullMarked
package org.yanqi.forms.component;

import org.jspecify.annotations.NullMarked;
