/** The stand-in for the e-tendering platforms: takes entitlements and tells of open bids. */
@NullMarked
package org.yanqi.sandbox.platform;

import org.jspecify.annotations.NullMarked;
