/** What the key-recovery model's service task does: a worker that leaves the building. No rules. */
@NullMarked
package org.yanqi.process.certificate.delegate;

import org.jspecify.annotations.NullMarked;
