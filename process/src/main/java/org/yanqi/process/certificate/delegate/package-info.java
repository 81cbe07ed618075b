/** What the revocation model's service tasks do. No rules. */
@NullMarked
package org.yanqi.process.certificate.delegate;

import org.jspecify.annotations.NullMarked;
