package org.yanqi.app.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A key or secret from configuration: given as a value (from the environment) or as the path of a file. */
public final class KeyText {
    private KeyText() {}

    /**
     * The text of the key.
     *
     * @param property its name, for the sentence that says what to set
     * @throws IllegalStateException if neither is set
     */
    public static String of(String property, @Nullable String value, @Nullable String file) {
        if (value != null && !value.isBlank()) {
            return value.strip();
        }
        if (file == null || file.isBlank()) {
            throw new IllegalStateException("set " + property + " or " + property + "-file");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file of " + property, e);
        }
    }

    /** The Base64 inside a PEM text, without its frame and line breaks. */
    public static String body(String pem) {
        return pem.replaceAll("-----[A-Z0-9 ]+-----", "").replaceAll("\\s", "");
    }
}
