/** Work items as they stand in the database. The rules of who may do what stay one floor up. */
@NullMarked
package org.yanqi.process.worklist.model;

import org.jspecify.annotations.NullMarked;
