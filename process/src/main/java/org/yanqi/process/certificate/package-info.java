/** Certificates as signing and encryption pairs, and their life. Not how they are asked for (rekey) or sold (ordering). */
@NullMarked
package org.yanqi.process.certificate;

import org.jspecify.annotations.NullMarked;
