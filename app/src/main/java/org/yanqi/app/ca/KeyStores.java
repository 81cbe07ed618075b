package org.yanqi.app.ca;

import java.security.KeyPair;
import java.security.Provider;
import java.util.Optional;
import org.yanqi.process.certificate.Algorithm;

/** Where the authority's keys lie. */
interface KeyStores {
    /** @throws IllegalStateException if it is there and cannot be opened */
    Optional<Hierarchy> load(Algorithm algorithm);

    /** The root's certificate and key, if its key has not been taken away. */
    Optional<RootList.Root> root(Algorithm algorithm);

    /** Whether there is a root or an issuing key already. */
    boolean holdsAny(Algorithm algorithm);

    /** A key pair of the authority, made where it will lie. */
    KeyPair newPair(Algorithm algorithm);

    /** Uses the keys that are made here. */
    Provider provider();

    /** Keeps what the ceremony made. */
    void keep(FoundHierarchy.Founded founded);

    /** A word for people: a folder, or a token. */
    String describe();
}
