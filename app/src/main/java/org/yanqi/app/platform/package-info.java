/** Speaks HTTP with the tendering platforms: tells them terms of service and asks for unopened bids. No rules about either. */
@NullMarked
package org.yanqi.app.platform;

import org.jspecify.annotations.NullMarked;
