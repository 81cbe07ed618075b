/** Key management: makes encryption pairs for holders of SM2 keys, keeps them sealed, hands them over wrapped. Signs nothing. */
@NullMarked
package org.yanqi.app.ca.km;

import org.jspecify.annotations.NullMarked;
