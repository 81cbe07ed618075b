package org.yanqi.agent.software;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yanqi.agent.key.KeyReader;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.KeyTrouble.Kind;
import org.yanqi.agent.key.UsbKey;

/** A directory of software keys: each sub-directory with a key.json is one key. */
public final class SoftwareKeyReader implements KeyReader {
    private static final Logger LOG = LoggerFactory.getLogger(SoftwareKeyReader.class);

    private final Path directory;
    // One object a key, because the object is the lock between a job and the agent's page.
    private final Map<Path, SoftwareKey> known = new ConcurrentHashMap<>();

    public SoftwareKeyReader(Path directory) {
        this.directory = directory;
    }

    @Override
    public String kind() {
        return SoftwareKey.KIND;
    }

    @Override
    public List<UsbKey> inserted() throws KeyTrouble {
        try {
            return List.copyOf(all().stream().filter(SoftwareKey::inserted).toList());
        } catch (IOException unreadable) {
            throw new KeyTrouble(Kind.UNREADABLE, "the keys cannot be listed", unreadable);
        }
    }

    /** Every key of the directory, plugged in or not, by name. */
    public List<SoftwareKey> all() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> paths;
        try (Stream<Path> found = Files.list(directory)) {
            paths = found.filter(KeyDirectory::isKey).sorted().toList();
        }
        List<SoftwareKey> keys = new ArrayList<>();
        for (Path path : paths) {
            try {
                keys.add(key(path));
            } catch (IOException damaged) {
                // As with a real one: a key that does not answer is not there, and the others still are.
                LOG.warn("the key in {} cannot be read", path.getFileName(), damaged);
            }
        }
        return keys;
    }

    private SoftwareKey key(Path path) throws IOException {
        SoftwareKey key = known.get(path);
        if (key == null) {
            SoftwareKey read = new SoftwareKey(path);
            key = Optional.ofNullable(known.putIfAbsent(path, read)).orElse(read);
        }
        return key;
    }

    /** The key with that directory name. */
    public Optional<SoftwareKey> find(String name) throws IOException {
        return all().stream().filter(key -> key.name().equals(name)).findFirst();
    }
}
