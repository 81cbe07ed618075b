package org.yanqi.app.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a bill, one at a time and none longer than a line can be, whatever the file holds. */
public final class BillLines implements AutoCloseable {
    /** Many times the longest line of any bill. */
    public static final int LONGEST = 16 * 1024;

    private static final Charset GBK = Charset.forName("GBK");
    private static final int BUFFER = 64 * 1024;

    private final Reader reader;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int end;
    private long number;
    private boolean cut;

    /** @param charset as {@link #charset} found it */
    public BillLines(InputStream content, Charset charset) {
        this.reader = new InputStreamReader(
                content,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** UTF-8 if all of the content is well-formed UTF-8, else GBK: providers do not say which. Reads it to its end. */
    public static Charset charset(InputStream content) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = new BufferedInputStream(content, BUFFER);
        var bytes = ByteBuffer.allocate(BUFFER);
        var chars = CharBuffer.allocate(BUFFER);
        for (var last = false; !last; ) {
            var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            last = read < 0;
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
            CoderResult result;
            do {
                chars.clear();
                result = decoder.decode(bytes, chars, last);
            } while (result.isOverflow());
            if (result.isError()) {
                return GBK;
            }
            bytes.compact();
        }
        return StandardCharsets.UTF_8;
    }

    /** The next line without its end, cut off where it grows too long; null behind the last. */
    public @Nullable String next() throws IOException {
        var line = new StringBuilder();
        cut = false;
        for (; ; ) {
            if (at == end) {
                end = reader.read(buffer);
                at = 0;
                if (end < 0) {
                    end = 0;
                    return line.isEmpty() ? null : ended(line);
                }
            }
            var next = buffer[at++];
            if (next == '\n') {
                return ended(line);
            }
            if (line.length() < LONGEST) {
                line.append(next);
            } else {
                cut = true;
            }
        }
    }

    private String ended(StringBuilder line) {
        number++;
        var length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return number == 1 && !line.isEmpty() && line.charAt(0) == '\uFEFF' ? line.substring(1) : line.toString();
    }

    /** The number of the line that was read last, from 1. */
    public long number() {
        return number;
    }

    /** Whether the line that was read last was longer than a line can be. */
    public boolean isCut() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
