/** Messages to people: written, queued with the change they tell of, sent at least once under one Message-ID. */
@NullMarked
package org.yanqi.process.notice;

import org.jspecify.annotations.NullMarked;
