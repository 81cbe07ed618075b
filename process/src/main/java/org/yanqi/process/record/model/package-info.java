/** Entries, their chain and the signed head as they stand in the database. Nothing here decides who may act. */
@NullMarked
package org.yanqi.process.record.model;

import org.jspecify.annotations.NullMarked;
