/** What both sides of the comparison share: drivers in parallel, and waiting without asking the database. */
@NullMarked
package org.yanqi.bench.drive;

import org.jspecify.annotations.NullMarked;
