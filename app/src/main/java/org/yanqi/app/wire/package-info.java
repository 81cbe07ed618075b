/** What adapters share on the wire: keys from configuration, bodies of limited size, plain HTTP, the guard before payment providers, bills as lines. Knows no provider. */
@NullMarked
package org.yanqi.app.wire;

import org.jspecify.annotations.NullMarked;
