/** What all stand-ins need to talk and to remember: JSON, signatures, switches, callbacks and shelves; nothing that only one of them knows. */
@NullMarked
package org.yanqi.sandbox.wire;

import org.jspecify.annotations.NullMarked;
