package org.yanqi.process.platform;

import java.util.List;
import org.springframework.stereotype.Service;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;

/** Reads and keeps the catalogue. */
@Service
public class Catalogue {
    public List<Platform> offered() {
        throw new UnsupportedOperationException();
    }

    public Platform one(String code) {
        throw new UnsupportedOperationException();
    }

    public List<Platform> all(Actor administrator) {
        throw new UnsupportedOperationException();
    }

    public Outcome<Platform> keep(Actor administrator, Platform platform) {
        throw new UnsupportedOperationException();
    }
}
