/** How far each key update came, and the tickets opened for it, with the moves that are allowed. No engine, no world. */
@NullMarked
package org.yanqi.process.rekey.model;

import org.jspecify.annotations.NullMarked;
