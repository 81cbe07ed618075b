/** What staff work with: the queue of work items, cases, search, the record. Not the administrator's tables, nothing a customer sees. */
@NullMarked
package org.yanqi.forms.desk;

import org.jspecify.annotations.NullMarked;
