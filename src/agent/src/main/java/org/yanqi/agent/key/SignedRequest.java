package org.yanqi.agent.key;

/**
 * The request for a certificate as it was first sent, kept on the key so that a resumed renewal sends the same one.
 *
 * @param csr PKCS#10 in DER, signed by the new key
 * @param oldSignature signature over that DER by the key being replaced
 */
public record SignedRequest(byte[] csr, byte[] oldSignature) {}
