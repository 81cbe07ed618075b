package org.yanqi.app.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The body of a callback: no more than a callback can need, and well-formed UTF-8. */
public final class LimitedBody {
    /** Far above the longest callback of any provider. */
    public static final int LIMIT = 64 * 1024;

    private LimitedBody() {}

    /** The body cannot be a callback. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Unreadable(int status, String reason) {
            super(reason);
            this.status = status;
        }

        /** 413 if it is too long, else 400. */
        public int status() {
            return status;
        }
    }

    /** Reads at most {@link #LIMIT} bytes. */
    public static String read(HttpServletRequest request) throws IOException, Unreadable {
        if (request.getContentLengthLong() > LIMIT) {
            throw new Unreadable(413, "body too long");
        }
        var bytes = request.getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new Unreadable(413, "body too long");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(400, "body is not UTF-8");
        }
    }
}
