/** WeChat Pay, API v3: the gateway and its callbacks. Decides nothing about orders. */
@NullMarked
package org.yanqi.app.wechat;

import org.jspecify.annotations.NullMarked;
