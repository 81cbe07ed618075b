package org.yanqi.sandbox.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All shelves of one data directory; writes those that changed a few times a second and once more at the end. */
public final class Shelves implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);
    private final Path directory;
    private final List<Shelf<?>> shelves = new CopyOnWriteArrayList<>();

    /**
     * Shelves in this directory.
     *
     * @throws UncheckedIOException if it cannot be made
     */
    public Shelves(Path directory, ScheduledExecutorService timer) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        timer.scheduleWithFixedDelay(this::flushQuietly, 300, 300, TimeUnit.MILLISECONDS);
    }

    /** Opens the shelf of this name. */
    public <T> Shelf<T> open(String name, Class<T> type) {
        Shelf<T> shelf = new Shelf<>(directory.resolve(name + ".json"), type);
        shelves.add(shelf);
        return shelf;
    }

    /** Where the shelves stand. */
    public Path directory() {
        return directory;
    }

    private void flushQuietly() {
        try {
            flush();
        } catch (UncheckedIOException e) {
            LOG.warn("the sandbox could not write its state; it will try again", e);
        }
    }

    private synchronized void flush() {
        shelves.forEach(Shelf::flush);
    }

    @Override
    public void close() {
        flush();
    }
}
