package org.yanqi.app.money;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** RSA keys of the providers' stand-ins, made once for all tests. */
final class Keys {
    static final KeyPair MERCHANT = make();
    static final KeyPair PROVIDER = make();
    static final KeyPair STRANGER = make();

    private Keys() {}

    private static KeyPair make() {
        try {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            return maker.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String privatePem() {
        return pem("PRIVATE KEY", MERCHANT.getPrivate().getEncoded());
    }

    static String publicPem() {
        return pem("PUBLIC KEY", PROVIDER.getPublic().getEncoded());
    }

    static String publicPem(KeyPair pair) {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private static String pem(String name, byte[] der) {
        return "-----BEGIN " + name + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + name
                + "-----\n";
    }
}
