/** What the service tasks of the models of key recovery and revocation do. No rules. */
@NullMarked
package org.yanqi.process.certificate.delegate;

import org.jspecify.annotations.NullMarked;
