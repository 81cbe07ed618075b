/** Pieces that all screens share: the shell, formatter, messages, QR code, diagram, stepper, who is signed in. */
@NullMarked
package org.yanqi.forms.component;

import org.jspecify.annotations.NullMarked;
