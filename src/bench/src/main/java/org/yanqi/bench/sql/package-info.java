/** A real PostgreSQL for a bench, and a meter of what is sent to it. Knows nothing of what is measured. */
@NullMarked
package org.yanqi.bench.sql;

import org.jspecify.annotations.NullMarked;
