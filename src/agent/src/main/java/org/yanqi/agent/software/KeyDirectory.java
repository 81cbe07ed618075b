package org.yanqi.agent.software;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yanqi.agent.key.ContainerState;

/** The files of one software key. Whoever changes them holds the key's lock. */
final class KeyDirectory {
    private final Path path;

    KeyDirectory(Path path) {
        this.path = path;
    }

    static boolean isKey(Path path) {
        return Files.isRegularFile(path.resolve("key.json"));
    }

    String name() {
        return path.getFileName().toString();
    }

    boolean inserted() {
        return Files.exists(path.resolve("inserted"));
    }

    void insert() throws IOException {
        if (!inserted()) {
            Files.createFile(path.resolve("inserted"));
        }
    }

    void remove() throws IOException {
        Files.deleteIfExists(path.resolve("inserted"));
    }

    Optional<Fault> fault() throws IOException {
        Path file = path.resolve("fault");
        return Files.exists(file) ? Optional.of(Fault.of(Files.readString(file))) : Optional.empty();
    }

    void setFault(Fault fault) throws IOException {
        Files.writeString(path.resolve("fault"), fault.word());
    }

    void clearFault() throws IOException {
        Files.deleteIfExists(path.resolve("fault"));
    }

    KeyFile key() throws IOException {
        return SafeFiles.read(path.resolve("key.json"), KeyFile.class);
    }

    void create(KeyFile key) throws IOException {
        Files.createDirectories(path.resolve("containers"));
        write(key);
    }

    void write(KeyFile key) throws IOException {
        SafeFiles.write(path.resolve("key.json"), key);
    }

    /** Every container, oldest first; of several in force (a crash between two marks) only the newest counts as such. */
    List<ContainerFile> containers() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(path.resolve("containers"))) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<ContainerFile> containers = new ArrayList<>();
        for (Path file : files) {
            containers.add(SafeFiles.read(file, ContainerFile.class));
        }
        boolean inForce = false;
        for (int i = containers.size() - 1; i >= 0; i--) {
            if (containers.get(i).state() == ContainerState.CURRENT) {
                containers.set(i, inForce ? containers.get(i).withState(ContainerState.OLD) : containers.get(i));
                inForce = true;
            }
        }
        return containers;
    }

    ContainerFile container(String id) throws IOException {
        return containers().stream()
                .filter(container -> container.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IOException("no container " + id));
    }

    String nextContainer() throws IOException {
        List<ContainerFile> present = containers();
        int last = present.isEmpty()
                ? 0
                : Integer.parseInt(present.get(present.size() - 1).id());
        return "%04d".formatted(last + 1);
    }

    void write(ContainerFile container) throws IOException {
        SafeFiles.write(path.resolve("containers").resolve(container.id() + ".json"), container);
    }
}
