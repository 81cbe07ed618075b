/** What notices need of the world. */
@NullMarked
package org.yanqi.process.notice.port;

import org.jspecify.annotations.NullMarked;
