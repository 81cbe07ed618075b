package org.yanqi.e2e.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** What the rules call inside the product's JVM: a thread that comes to a point that was armed goes no further. */
public class Halt {
    /** Names the folder in which points are armed. */
    static final String FOLDER = "yanqi.faults";

    /** Stands still for ever if this point was armed; whoever comes first takes the arming away. */
    public void at(String point) {
        try {
            Path folder = Path.of(System.getProperty(FOLDER));
            if (Files.deleteIfExists(folder.resolve(point))) {
                Files.createFile(folder.resolve(point + ".reached"));
                new CountDownLatch(1).await();
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
