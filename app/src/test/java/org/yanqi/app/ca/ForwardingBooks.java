package org.yanqi.app.ca;

import java.util.List;
import java.util.Optional;

/** Books that do what others do, except where a test says otherwise. */
class ForwardingBooks implements Books {
    private final Books real;

    ForwardingBooks(Books real) {
        this.real = real;
    }

    @Override
    public Optional<Answer> answerTo(String requestKey) {
        return real.answerTo(requestKey);
    }

    @Override
    public Optional<byte[]> certificate(String serial) {
        return real.certificate(serial);
    }

    @Override
    public boolean isRevoked(String serial) {
        return real.isRevoked(serial);
    }

    @Override
    public void begin(String requestKey, List<Begun> begun) {
        real.begin(requestKey, begun);
    }

    @Override
    public boolean finish(String requestKey, List<Signed> signed, Answer answer) {
        return real.finish(requestKey, signed, answer);
    }

    @Override
    public void abandonUnfinished(String requestKey) {
        real.abandonUnfinished(requestKey);
    }

    @Override
    public void revoke(String serial, int reason) {
        real.revoke(serial, reason);
    }
}
