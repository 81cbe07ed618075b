/** What adapters share on the wire: keys from configuration, bodies of limited size, plain HTTP. Knows no provider. */
@NullMarked
package org.yanqi.app.wire;

import org.jspecify.annotations.NullMarked;
