package org.yanqi.agent.key;

import java.util.ArrayList;
import java.util.List;

/**
 * Keys of every kind that this machine can reach.
 *
 * @param readers one for each kind
 */
public record AllKeys(List<KeyReader> readers) {
    public AllKeys {
        readers = List.copyOf(readers);
    }

    /** The kinds, as told to the product. */
    public List<String> kinds() {
        return readers.stream().map(KeyReader::kind).distinct().toList();
    }

    /** The keys that are plugged in now. */
    public List<UsbKey> inserted() throws KeyTrouble {
        List<UsbKey> keys = new ArrayList<>();
        for (KeyReader reader : readers) {
            keys.addAll(reader.inserted());
        }
        return keys;
    }
}
