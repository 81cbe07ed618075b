/** Aggregates and repositories of accounts; nobody outside the feature touches them. */
@NullMarked
package org.yanqi.process.account.model;

import org.jspecify.annotations.NullMarked;
