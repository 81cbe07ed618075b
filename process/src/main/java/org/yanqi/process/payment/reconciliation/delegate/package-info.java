/** Workers and delegates of the reconciliation's steps, one verb each. What is found is decided by the use cases. */
@NullMarked
package org.yanqi.process.payment.reconciliation.delegate;

import org.jspecify.annotations.NullMarked;
