/** Updating the certificate on a USB key: tickets for the key agent, requests, confirmation (R7). Not the authority behind it. */
@NullMarked
package org.yanqi.process.rekey;

import org.jspecify.annotations.NullMarked;
