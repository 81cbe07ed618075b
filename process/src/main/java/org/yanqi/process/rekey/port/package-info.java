/** What rekeying needs of the world. */
@NullMarked
package org.yanqi.process.rekey.port;

import org.jspecify.annotations.NullMarked;
