/** Sample data of a size that feels real, made by the domain's own use cases from one seed. */
@NullMarked
package org.yanqi.demo.sample;

import org.jspecify.annotations.NullMarked;
