/** Tickets, the signed orders of the product, and who may have signed them; what a ticket makes happen is in the jobs. */
@NullMarked
package org.yanqi.agent.ticket;

import org.jspecify.annotations.NullMarked;
