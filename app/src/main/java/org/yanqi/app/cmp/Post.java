package org.yanqi.app.cmp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** CMP over HTTP (RFC 6712): one message there, one back. */
@Component
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class Post {
    private static final String TYPE = "application/pkixcmp";
    private static final int LONGEST = 256 * 1024;

    private final CmpProperties properties;
    private final Bounded http;

    Post(CmpProperties properties) {
        this.properties = properties;
        this.http = new Bounded(properties.timeout(), LONGEST);
    }

    /** Nothing left the house, so the authority knows nothing of it. */
    static final class NotSent extends IOException {
        private static final long serialVersionUID = 1L;

        NotSent(Throwable cause) {
            super("the authority cannot be reached", cause);
        }
    }

    /**
     * @return the message that came back, not looked into
     * @throws NotSent if there was no connection
     * @throws IOException if nothing came back that can be a message
     */
    byte[] exchange(byte[] message) throws IOException {
        Bounded.Got answer;
        try {
            answer = http.exchange(HttpRequest.newBuilder(properties.endpoint())
                    .header("Content-Type", TYPE)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(message)));
        } catch (IOException e) {
            throw e.getCause() instanceof ConnectException unreachable ? new NotSent(unreachable) : e;
        }
        if (!answer.type().toLowerCase(Locale.ROOT).startsWith(TYPE)) {
            throw new IOException("status " + answer.status() + " without a message");
        }
        return answer.body();
    }
}
