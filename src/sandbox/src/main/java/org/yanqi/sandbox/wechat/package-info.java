/** The stand-in for WeChat Pay API v3 (Native); money itself is kept in the till. */
@NullMarked
package org.yanqi.sandbox.wechat;

import org.jspecify.annotations.NullMarked;
