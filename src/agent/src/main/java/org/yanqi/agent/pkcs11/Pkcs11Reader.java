package org.yanqi.agent.pkcs11;

import static sun.security.pkcs11.wrapper.PKCS11Constants.CKF_OS_LOCKING_OK;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKF_TOKEN_INITIALIZED;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKF_USER_PIN_INITIALIZED;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.yanqi.agent.key.KeyReader;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.KeyTrouble.Kind;
import org.yanqi.agent.key.UsbKey;
import sun.security.pkcs11.wrapper.CK_C_INITIALIZE_ARGS;
import sun.security.pkcs11.wrapper.CK_TOKEN_INFO;
import sun.security.pkcs11.wrapper.PKCS11;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/**
 * The tokens of one PKCS#11 library.
 *
 * <p>The wrapper is used and not the provider's key store: a key store shows no pair that has no certificate yet, keeps
 * nothing beside keys and certificates, and does not tell how many PINs are left. A renewal needs all three.
 */
public final class Pkcs11Reader implements KeyReader {
    /** The kind told to the product. */
    public static final String KIND = "pkcs11";

    private static final long IN_USE = CKF_TOKEN_INITIALIZED | CKF_USER_PIN_INITIALIZED;

    private final PKCS11 library;
    private final Pkcs11Settings settings;

    private Pkcs11Reader(PKCS11 library, Pkcs11Settings settings) {
        this.library = library;
        this.settings = settings;
    }

    /**
     * Loads the library.
     *
     * @throws IOException if it is no PKCS#11 library of this machine's kind
     */
    public static Pkcs11Reader of(Pkcs11Settings settings) throws IOException {
        CK_C_INITIALIZE_ARGS threads = new CK_C_INITIALIZE_ARGS();
        threads.flags = CKF_OS_LOCKING_OK;
        String path = settings.library().toAbsolutePath().toString();
        try {
            return new Pkcs11Reader(PKCS11.getInstance(path, "C_GetFunctionList", threads, false), settings);
        } catch (PKCS11Exception refused) {
            throw new IOException("the PKCS#11 library does not start: " + path, refused);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<UsbKey> inserted() throws KeyTrouble {
        List<UsbKey> keys = new ArrayList<>();
        try {
            for (long slot : library.C_GetSlotList(true)) {
                boolean wanted = settings.slot() == null || settings.slot() == slot;
                CK_TOKEN_INFO token = library.C_GetTokenInfo(slot);
                if (wanted && (token.flags & IN_USE) == IN_USE) {
                    keys.add(new Pkcs11Key(library, slot, new String(token.serialNumber).strip()));
                }
            }
            return keys;
        } catch (PKCS11Exception refused) {
            throw Answers.trouble(refused, Kind.UNREADABLE);
        }
    }
}
