package org.yanqi.agent.pkcs11;

import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_CLASS;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_ID;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKA_LABEL;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKO_PRIVATE_KEY;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKO_PUBLIC_KEY;
import static sun.security.pkcs11.wrapper.PKCS11Constants.CKU_USER;

import java.util.List;
import java.util.Optional;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.KeyTrouble.Kind;
import org.yanqi.agent.key.PinTries;
import org.yanqi.agent.key.UnlockedKey;
import org.yanqi.agent.key.UsbKey;
import sun.security.pkcs11.wrapper.CK_ATTRIBUTE;
import sun.security.pkcs11.wrapper.CK_TOKEN_INFO;
import sun.security.pkcs11.wrapper.PKCS11;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/** A token in a slot. */
final class Pkcs11Key implements UsbKey {
    /** More than a pair, its certificate and its request take. */
    private static final long BYTES_A_PAIR = 8 * 1024;

    private final PKCS11 library;
    private final long slot;
    private final String serial;

    Pkcs11Key(PKCS11 library, long slot, String serial) {
        this.library = library;
        this.slot = slot;
        this.serial = serial;
    }

    @Override
    public String serial() {
        return serial;
    }

    @Override
    public String kind() {
        return Pkcs11Reader.KIND;
    }

    /** A token that keeps its memory to itself is thought to have room; a full one says so when a pair is generated. */
    @Override
    public int freeSlots() throws KeyTrouble {
        CK_TOKEN_INFO token = token();
        boolean untold = token.ulFreePublicMemory < 0 || token.ulFreePrivateMemory < 0;
        long least = Math.min(token.ulFreePublicMemory, token.ulFreePrivateMemory);
        return untold ? 1 : (int) Math.min(Integer.MAX_VALUE, least / BYTES_A_PAIR);
    }

    @Override
    public PinTries tries() throws KeyTrouble {
        return Answers.tries(token().flags);
    }

    @Override
    public List<Container> containers() throws KeyTrouble {
        return reading(session -> new Contents(session).read());
    }

    @Override
    public UnlockedKey unlock(char[] pin) throws KeyTrouble {
        requireSame();
        try {
            Session session = new Session(library, slot);
            try {
                login(session, pin);
                sweep(session);
            } catch (PKCS11Exception refused) {
                session.close();
                throw refused;
            }
            return new UnlockedPkcs11Key(this, session);
        } catch (PKCS11Exception refused) {
            KeyTrouble trouble = Answers.trouble(refused, Kind.UNREADABLE);
            boolean lockedBy = trouble.kind() == Kind.PIN_WRONG && tries().locked();
            throw lockedBy ? new KeyTrouble(Kind.PIN_LOCKED, "the PIN is locked", trouble) : trouble;
        }
    }

    /** A login that another session left behind would let any PIN pass. */
    private static void login(Session session, char[] pin) throws PKCS11Exception {
        try {
            session.login(CKU_USER, pin);
        } catch (PKCS11Exception refused) {
            if (refused.getErrorCode() != Answers.ALREADY_LOGGED_IN) {
                throw refused;
            }
            session.logout();
            session.login(CKU_USER, pin);
        }
    }

    /** Removes the public half of a pair whose generation was cut off; the private half can be looked for only now. */
    private static void sweep(Session session) throws PKCS11Exception {
        for (long key : session.find(new CK_ATTRIBUTE(CKA_CLASS, CKO_PUBLIC_KEY))) {
            Optional<Label> label = Label.of(session.text(key, CKA_LABEL));
            CK_ATTRIBUTE id = new CK_ATTRIBUTE(CKA_ID, session.bytes(key, CKA_ID));
            if (label.isPresent()
                    && session.find(new CK_ATTRIBUTE(CKA_CLASS, CKO_PRIVATE_KEY), id)
                            .isEmpty()) {
                session.destroy(key);
            }
        }
    }

    @Override
    public void activate(String container) throws KeyTrouble {
        reading(session -> {
            Optional<Long> key = session.first(
                    new CK_ATTRIBUTE(CKA_CLASS, CKO_PUBLIC_KEY), new CK_ATTRIBUTE(CKA_ID, PairId.bytes(container)));
            if (key.isPresent()) {
                Optional<Label> label = Label.of(session.text(key.get(), CKA_LABEL));
                if (label.isPresent() && !label.get().activated()) {
                    char[] text = new Label(true, label.get().item()).text().toCharArray();
                    session.change(key.get(), new CK_ATTRIBUTE(CKA_LABEL, text));
                }
            }
            return true;
        });
    }

    private CK_TOKEN_INFO token() throws KeyTrouble {
        try {
            CK_TOKEN_INFO token = library.C_GetTokenInfo(slot);
            if (!new String(token.serialNumber).strip().equals(serial)) {
                throw new KeyTrouble(Kind.KEY_REMOVED, "another token is in the slot");
            }
            return token;
        } catch (PKCS11Exception refused) {
            throw Answers.trouble(refused, Kind.UNREADABLE);
        }
    }

    /** A slot does not say when its token was changed for another. */
    void requireSame() throws KeyTrouble {
        token();
    }

    private <T> T reading(Access<T> access) throws KeyTrouble {
        requireSame();
        try (Session session = new Session(library, slot)) {
            return access.run(session);
        } catch (PKCS11Exception refused) {
            throw Answers.trouble(refused, Kind.UNREADABLE);
        }
    }

    /** Something done in a session. */
    @FunctionalInterface
    private interface Access<T> {
        T run(Session session) throws PKCS11Exception, KeyTrouble;
    }
}
