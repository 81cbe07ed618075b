package org.yanqi.agent.pkcs11;

import static sun.security.pkcs11.wrapper.PKCS11Constants.CKF_RW_SESSION;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKF_SERIAL_SESSION;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sun.security.pkcs11.wrapper.CK_ATTRIBUTE;
import sun.security.pkcs11.wrapper.CK_MECHANISM;
import sun.security.pkcs11.wrapper.PKCS11;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/** One session with a token; whether it is logged in is the token's affair, not the session's. */
final class Session implements AutoCloseable {
    private static final int AT_ONCE = 64;

    private final PKCS11 library;
    private final long handle;

    Session(PKCS11 library, long slot) throws PKCS11Exception {
        this.library = library;
        this.handle = library.C_OpenSession(slot, CKF_SERIAL_SESSION | CKF_RW_SESSION, null, null);
    }

    void login(long user, char[] pin) throws PKCS11Exception {
        library.C_Login(handle, user, pin);
    }

    void logout() throws PKCS11Exception {
        library.C_Logout(handle);
    }

    /** Every object with these attributes that can be seen now. */
    List<Long> find(CK_ATTRIBUTE... like) throws PKCS11Exception {
        List<Long> found = new ArrayList<>();
        library.C_FindObjectsInit(handle, like);
        try {
            long[] some;
            do {
                some = library.C_FindObjects(handle, AT_ONCE);
                Arrays.stream(some).forEach(found::add);
            } while (some.length > 0);
        } finally {
            library.C_FindObjectsFinal(handle);
        }
        return found;
    }

    Optional<Long> first(CK_ATTRIBUTE... like) throws PKCS11Exception {
        return find(like).stream().findFirst();
    }

    /** An attribute as bytes; empty if the object has none. */
    byte[] bytes(long object, long attribute) throws PKCS11Exception {
        CK_ATTRIBUTE[] asked = {new CK_ATTRIBUTE(attribute)};
        library.C_GetAttributeValue(handle, object, asked);
        return asked[0].pValue instanceof byte[] value ? value : new byte[0];
    }

    long number(long object, long attribute) throws PKCS11Exception {
        CK_ATTRIBUTE[] asked = {new CK_ATTRIBUTE(attribute)};
        library.C_GetAttributeValue(handle, object, asked);
        return asked[0].getLong();
    }

    String text(long object, long attribute) throws PKCS11Exception {
        CK_ATTRIBUTE[] asked = {new CK_ATTRIBUTE(attribute)};
        library.C_GetAttributeValue(handle, object, asked);
        return asked[0].pValue == null ? "" : new String(asked[0].getCharArray());
    }

    void create(CK_ATTRIBUTE... attributes) throws PKCS11Exception {
        library.C_CreateObject(handle, attributes);
    }

    void change(long object, CK_ATTRIBUTE attribute) throws PKCS11Exception {
        library.C_SetAttributeValue(handle, object, new CK_ATTRIBUTE[] {attribute});
    }

    void destroy(long object) throws PKCS11Exception {
        library.C_DestroyObject(handle, object);
    }

    void generate(CK_MECHANISM mechanism, CK_ATTRIBUTE[] publicPart, CK_ATTRIBUTE[] privatePart)
            throws PKCS11Exception {
        library.C_GenerateKeyPair(handle, mechanism, publicPart, privatePart);
    }

    byte[] sign(CK_MECHANISM mechanism, long key, byte[] data) throws PKCS11Exception {
        library.C_SignInit(handle, mechanism, key);
        return library.C_Sign(handle, data);
    }

    byte[] decrypt(CK_MECHANISM mechanism, long key, byte[] encrypted, int longest) throws PKCS11Exception {
        library.C_DecryptInit(handle, mechanism, key);
        byte[] plain = new byte[longest];
        int length = library.C_Decrypt(handle, 0, encrypted, 0, encrypted.length, 0, plain, 0, plain.length);
        return Arrays.copyOf(plain, length);
    }

    @Override
    public void close() throws PKCS11Exception {
        library.C_CloseSession(handle);
    }
}
