/** What an administrator keeps: staff accounts, platforms, the calendar, a look at prices and parameters. Nothing of a single case. */
@NullMarked
package org.yanqi.forms.admin;

import org.jspecify.annotations.NullMarked;
