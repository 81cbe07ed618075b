/** Holds the desk to what it promises staff, against faces that answer with sample data. */
@NullMarked
package org.yanqi.forms.desk;

import org.jspecify.annotations.NullMarked;
