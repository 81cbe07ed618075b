/** Tests of what a token's answers mean. */
@NullMarked
package org.yanqi.agent.pkcs11;

import org.jspecify.annotations.NullMarked;
