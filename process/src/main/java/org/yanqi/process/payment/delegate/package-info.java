/** Workers and delegates of the payment steps in the models, one verb each. What is allowed is decided by the use cases. */
@NullMarked
package org.yanqi.process.payment.delegate;

import org.jspecify.annotations.NullMarked;
