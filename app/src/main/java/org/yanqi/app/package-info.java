/** Wires the house to the world: adapters, callbacks, security, migrations, configuration. No rules of the business. */
@NullMarked
package org.yanqi.app;

import org.jspecify.annotations.NullMarked;
