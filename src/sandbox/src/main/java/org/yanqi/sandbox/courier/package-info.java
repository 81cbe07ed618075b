/** The stand-in for the courier's open platform, with shipments that a person moves along. */
@NullMarked
package org.yanqi.sandbox.courier;

import org.jspecify.annotations.NullMarked;
