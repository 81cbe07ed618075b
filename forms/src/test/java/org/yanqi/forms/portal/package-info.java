/** Rules of forms.portal in words. */
@NullMarked
package org.yanqi.forms.portal;

import org.jspecify.annotations.NullMarked;
