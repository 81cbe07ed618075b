/** Catalogue rows, terms of service and tellings as they are stored; not seen outside this feature. */
@NullMarked
package org.yanqi.process.platform.model;

import org.jspecify.annotations.NullMarked;
