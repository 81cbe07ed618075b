package org.yanqi.app.ca;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yanqi.process.certificate.Algorithm;

/** A root's revocation list beside the keys: the way on which lists go between the product and where the root's key is. */
record RootListFile(Path path) {

    static RootListFile in(Path directory, Algorithm algorithm) {
        return new RootListFile(directory.resolve(Hierarchy.slugOf(algorithm) + "-root.crl"));
    }

    /** @throws IOException if there is something else in its place */
    Optional<RootList> read(X509CertificateHolder root) throws IOException {
        return Files.exists(path) ? Optional.of(RootList.read(Files.readAllBytes(path), root)) : Optional.empty();
    }

    void write(RootList list) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Path half = path.resolveSibling(path.getFileName() + ".part");
        Files.write(half, list.der());
        Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
