/** What the record needs of the world. */
@NullMarked
package org.yanqi.process.record.port;

import org.jspecify.annotations.NullMarked;
