/** Holds the administrator's tables to what they promise. */
@NullMarked
package org.yanqi.forms.admin;

import org.jspecify.annotations.NullMarked;
