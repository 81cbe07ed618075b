/** Wires the house: the data source's clock, migrations, the engine and its executor. No rules of the business, no adapter. */
@NullMarked
package org.yanqi.app.config;

import org.jspecify.annotations.NullMarked;
