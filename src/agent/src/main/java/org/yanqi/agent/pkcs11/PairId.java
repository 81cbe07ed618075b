package org.yanqi.agent.pkcs11;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.yanqi.agent.key.Container;

/** The CKA_ID that ties a private key, a public key and a certificate together; ids of the agent's own pairs count up. */
final class PairId {
    private static final String PREFIX = HexFormat.of().formatHex("yanqi-".getBytes(StandardCharsets.US_ASCII));

    /** Pairs that came with the key before those that were generated on it. */
    static final Comparator<String> OLDEST_FIRST =
            Comparator.comparing((String id) -> id.startsWith(PREFIX)).thenComparing(Comparator.naturalOrder());

    private PairId() {}

    /** The id as the agent writes it. */
    static String of(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    static byte[] bytes(String id) {
        return HexFormat.of().parseHex(id);
    }

    /** The id of the next pair on a token with these. */
    static String next(List<Container> present) {
        int last = present.stream()
                .map(Container::id)
                .filter(id -> id.startsWith(PREFIX))
                .map(id -> new String(bytes(id.substring(PREFIX.length())), StandardCharsets.US_ASCII))
                .filter(number -> number.matches("[0-9]{6}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return of("yanqi-%06d".formatted(last + 1).getBytes(StandardCharsets.US_ASCII));
    }
}
