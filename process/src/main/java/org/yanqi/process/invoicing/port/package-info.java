/** What a tax channel must offer. */
@NullMarked
package org.yanqi.process.invoicing.port;

import org.jspecify.annotations.NullMarked;
