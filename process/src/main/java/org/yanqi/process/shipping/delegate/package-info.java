/** Workers and delegates of the shipping steps in the models, one verb each. What is allowed is decided by the use cases. */
@NullMarked
package org.yanqi.process.shipping.delegate;

import org.jspecify.annotations.NullMarked;
