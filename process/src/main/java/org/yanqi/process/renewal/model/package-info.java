/** Cases, the certificates they hold, and reviews of lapsed certificates as they are stored; not seen outside this feature. */
@NullMarked
package org.yanqi.process.renewal.model;

import org.jspecify.annotations.NullMarked;
