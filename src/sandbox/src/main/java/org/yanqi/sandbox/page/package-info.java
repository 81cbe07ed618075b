/** What people see of the sandbox: the index, the phone behind a QR code, the mailbox; pages only show and press, rules stay with the stand-ins. */
@NullMarked
package org.yanqi.sandbox.page;

import org.jspecify.annotations.NullMarked;
