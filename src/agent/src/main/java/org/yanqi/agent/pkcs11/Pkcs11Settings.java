package org.yanqi.agent.pkcs11;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of a vendor are reached.
 *
 * @param library the vendor's PKCS#11 library
 * @param slot the one slot to look into, by its id; null for every slot that has a token
 */
public record Pkcs11Settings(Path library, @Nullable Long slot) {}
