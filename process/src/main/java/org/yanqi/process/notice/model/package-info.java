/** Letters waiting for the postman or sent, as they stand in the database. */
@NullMarked
package org.yanqi.process.notice.model;

import org.jspecify.annotations.NullMarked;
