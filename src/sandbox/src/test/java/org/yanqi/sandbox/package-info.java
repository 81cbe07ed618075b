/** The sandbox as its users meet it: the official SDKs and plain HTTP or SMTP on one side, the whole sandbox on the other. */
@NullMarked
package org.yanqi.sandbox;

import org.jspecify.annotations.NullMarked;
