package org.yanqi.agent.key;

import java.util.List;

/** The places where USB keys of one kind are plugged in. */
public interface KeyReader {
    /** The kind of key, as told to the product. */
    String kind();

    /** The keys that are plugged in now. */
    List<UsbKey> inserted() throws KeyTrouble;
}
