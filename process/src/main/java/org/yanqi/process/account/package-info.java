/** Organisations, people, their roles and accounts, invoice titles and recipients. Not who may open which page. */
@NullMarked
package org.yanqi.process.account;

import org.jspecify.annotations.NullMarked;
