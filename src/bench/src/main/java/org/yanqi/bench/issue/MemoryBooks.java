package org.yanqi.bench.issue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yanqi.app.ca.Books;

/** Books that forget: what issuing costs when remembering costs nothing. */
final class MemoryBooks implements Books {
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, byte[]> certificates = new ConcurrentHashMap<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<Answer> answerTo(String requestKey) {
        return Optional.ofNullable(answers.get(requestKey));
    }

    @Override
    public Optional<byte[]> certificate(String serial) {
        return Optional.ofNullable(certificates.get(serial));
    }

    @Override
    public boolean isRevoked(String serial) {
        return revoked.contains(serial);
    }

    @Override
    public void begin(String requestKey, List<Begun> all) {
        for (Begun one : all) {
            if (!begun.add(one.serial())) {
                throw new IllegalStateException("serial " + one.serial() + " was used before");
            }
        }
    }

    @Override
    public boolean finish(String requestKey, List<Signed> signed, Answer answer) {
        signed.forEach(one -> certificates.put(one.serial(), one.certificate()));
        answers.put(requestKey, answer);
        return true;
    }

    @Override
    public void abandonUnfinished(String requestKey) {
        // nothing is left unfinished in a run without crashes
    }

    @Override
    public void revoke(String serial, int reason) {
        revoked.add(serial);
    }
}
