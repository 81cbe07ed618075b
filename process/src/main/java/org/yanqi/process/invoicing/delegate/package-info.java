/** Workers and delegates of the invoicing steps in the models, one verb each. What is allowed is decided by the use cases. */
@NullMarked
package org.yanqi.process.invoicing.delegate;

import org.jspecify.annotations.NullMarked;
