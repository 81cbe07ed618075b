package org.yanqi.sandbox.wire;

import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A thread-safe map of immutable records that outlives a restart: kept in memory, written to one JSON file soon after a
 * change. A kill loses at most the last moments, which for rehearsals is enough.
 *
 * @param <T> the record's type
 */
public final class Shelf<T> {
    private final Path file;
    private final Map<String, T> items;
    private boolean dirty;

    Shelf(Path file, Class<T> type) {
        this.file = file;
        this.items = read(file, type);
    }

    private static <T> Map<String, T> read(Path file, Class<T> type) {
        JavaType map = Json.MAPPER.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, type);
        try {
            return Files.exists(file) ? Json.MAPPER.readValue(file.toFile(), map) : new LinkedHashMap<>();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The item under this key. */
    public synchronized Optional<T> find(String key) {
        return Optional.ofNullable(items.get(key));
    }

    /** All items, oldest first. */
    public synchronized List<T> all() {
        return List.copyOf(items.values());
    }

    /** The latest item that fits. */
    public synchronized Optional<T> last(Predicate<T> fits) {
        return items.values().stream().filter(fits).reduce((older, newer) -> newer);
    }

    /** Puts an item, over an earlier one if there is one. */
    public synchronized T put(String key, T item) {
        items.put(key, item);
        dirty = true;
        return item;
    }

    /** The item under this key, made if there was none. */
    public synchronized T findOrMake(String key, Supplier<T> maker) {
        T there = items.get(key);
        return there == null ? put(key, maker.get()) : there;
    }

    /** Changes the item under this key, if there is one, while nobody else can. */
    public synchronized Optional<T> change(String key, UnaryOperator<T> by) {
        return find(key).map(item -> put(key, by.apply(item)));
    }

    /** Takes an item away. */
    public synchronized void remove(String key) {
        dirty |= items.remove(key) != null;
    }

    /** Empties the shelf. */
    public synchronized void clear() {
        items.clear();
        dirty = true;
    }

    void flush() {
        String content;
        synchronized (this) {
            if (!dirty) {
                return;
            }
            content = Json.write(items);
            dirty = false;
        }
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            synchronized (this) {
                dirty = true;
            }
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
