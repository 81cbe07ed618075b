package org.yanqi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** The port on which a test may start a mail server; as long as none does, the mail server is down. */
public final class TestMail {
    public static final int PORT = free();

    private TestMail() {}

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
