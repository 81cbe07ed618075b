/** USB keys behind a PKCS#11 library, reached through the wrapper that the JDK's SunPKCS11 provider stands on. */
@NullMarked
package org.yanqi.agent.pkcs11;

import org.jspecify.annotations.NullMarked;
