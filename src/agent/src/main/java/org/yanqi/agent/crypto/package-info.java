/** Signatures, requests and envelopes in RSA and SM2; nothing here knows of keys in a slot, of jobs or of HTTP. */
@NullMarked
package org.yanqi.agent.crypto;

import org.jspecify.annotations.NullMarked;
