/** The stand-in for everybody's mailbox: takes mail by SMTP and keeps it to be read. */
@NullMarked
package org.yanqi.sandbox.mail;

import org.jspecify.annotations.NullMarked;
