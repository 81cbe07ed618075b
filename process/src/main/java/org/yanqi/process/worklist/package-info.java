/** What people have to do: work items, who may do them, until when. Takes plain values, never a feature's types. */
@NullMarked
package org.yanqi.process.worklist;

import org.jspecify.annotations.NullMarked;
