package org.yanqi.agent.software;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.yanqi.agent.key.Container;
import org.yanqi.agent.key.ContainerState;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.key.KeyTrouble.Kind;
import org.yanqi.agent.key.PinTries;
import org.yanqi.agent.key.UnlockedKey;
import org.yanqi.agent.key.UsbKey;

/** A directory that behaves like a USB key: it can be removed, locks itself after six wrong PINs and can be full. */
public final class SoftwareKey implements UsbKey {
    /** The kind told to the product. */
    public static final String KIND = "software";

    private final KeyDirectory files;
    private final String serial;

    SoftwareKey(Path path) throws IOException {
        this.files = new KeyDirectory(path);
        this.serial = files.key().serial();
    }

    static void requirePin(char[] pin) {
        if (pin.length < 6 || pin.length > 16) {
            throw new IllegalArgumentException("a PIN has 6 to 16 characters");
        }
    }

    /** The directory's name, by which the agent's page speaks of the key. */
    public String name() {
        return files.name();
    }

    @Override
    public String serial() {
        return serial;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Whether it is plugged in. */
    public boolean inserted() {
        return files.inserted();
    }

    /** Plugs it in. */
    public synchronized void insert() throws IOException {
        files.insert();
    }

    /** Pulls it out. */
    public synchronized void remove() throws IOException {
        files.remove();
    }

    /** The failure it will have next. */
    public synchronized Optional<Fault> fault() throws IOException {
        return files.fault();
    }

    /** Makes it fail at a point to come. */
    public synchronized void fail(Fault fault) throws IOException {
        files.setFault(fault);
    }

    /** Forgets a failure that was asked for. */
    public synchronized void heal() throws IOException {
        files.clearFault();
    }

    @Override
    public synchronized int freeSlots() throws KeyTrouble {
        return reading(() -> {
            boolean full = files.fault().filter(Fault.FULL::equals).isPresent();
            return full
                    ? 0
                    : Math.max(0, files.key().slots() - files.containers().size());
        });
    }

    @Override
    public synchronized PinTries tries() throws KeyTrouble {
        return reading(() -> {
            if (files.fault().filter(Fault.PIN_LOCKED::equals).isPresent()) {
                files.write(files.key().withTries(0));
                files.clearFault();
            }
            return PinTries.of(files.key().triesLeft(), KeyFile.TRIES);
        });
    }

    @Override
    public synchronized List<Container> containers() throws KeyTrouble {
        return reading(this::content);
    }

    /** What is on the key, plugged in or not: the agent's page shows it as a label on the key would. */
    public synchronized List<Container> content() throws IOException {
        List<Container> containers = new ArrayList<>();
        for (ContainerFile file : files.containers()) {
            containers.add(file.open());
        }
        return containers;
    }

    /** Tries left, plugged in or not. */
    public synchronized int triesOnLabel() throws IOException {
        return files.key().triesLeft();
    }

    @Override
    public synchronized UnlockedKey unlock(char[] pin) throws KeyTrouble {
        happen(Fault.REMOVED_BEFORE_UNLOCK);
        return new UnlockedSoftwareKey(this, files, reading(() -> master(pin)));
    }

    private byte[] master(char[] pin) throws IOException, GeneralSecurityException, KeyTrouble {
        KeyFile key = files.key();
        if (key.triesLeft() == 0) {
            throw new KeyTrouble(Kind.PIN_LOCKED, "the PIN is locked");
        }
        // Counted before it is looked at, as on a card: pulling the plug must not give tries for free.
        files.write(key.withTries(key.triesLeft() - 1));
        try {
            byte[] master = key.masterByPin(pin);
            files.write(key.withTries(KeyFile.TRIES));
            return master;
        } catch (AEADBadTagException wrong) {
            boolean locked = key.triesLeft() == 1;
            throw new KeyTrouble(locked ? Kind.PIN_LOCKED : Kind.PIN_WRONG, "wrong PIN", wrong);
        }
    }

    /** Changes the PIN; a wrong present PIN counts. */
    public synchronized void changePin(char[] present, char[] next) throws KeyTrouble {
        requirePin(next);
        reading(() -> {
            byte[] master = master(present);
            files.write(files.key().withPin(next, master));
            return true;
        });
    }

    /**
     * Unlocks the key and gives it a new PIN, as the counter's staff does.
     *
     * @return false if the counter's PIN is wrong
     */
    public synchronized boolean reset(char[] counterPin, char[] next) throws IOException, GeneralSecurityException {
        requirePin(next);
        try {
            byte[] master = files.key().masterByCounter(counterPin);
            files.write(files.key().withPin(next, master));
            return true;
        } catch (AEADBadTagException wrong) {
            return false;
        }
    }

    @Override
    public synchronized void activate(String container) throws KeyTrouble {
        happen(Fault.REMOVED_BEFORE_ACTIVATE);
        reading(() -> {
            List<ContainerFile> before = files.containers();
            files.write(files.container(container).withState(ContainerState.CURRENT));
            for (ContainerFile other : before) {
                if (!other.id().equals(container) && other.state() == ContainerState.CURRENT) {
                    files.write(other.withState(ContainerState.OLD));
                }
            }
            return true;
        });
    }

    /** Lets a fault happen whose moment has come. */
    void happen(Fault fault) throws KeyTrouble {
        boolean due = reading(() -> files.fault().filter(fault::equals).isPresent());
        if (due) {
            reading(() -> {
                files.clearFault();
                return true;
            });
            switch (fault) {
                case WRITE_FAILED -> throw new KeyTrouble(Kind.WRITE_FAILED, "the key could not be written");
                case IMPORT_FAILED -> throw new KeyTrouble(Kind.IMPORT_FAILED, "the key did not take the pair");
                default -> pullOut();
            }
        }
    }

    private void pullOut() throws KeyTrouble {
        reading(() -> {
            files.remove();
            return true;
        });
        throw removed();
    }

    <T> T reading(Access<T> access) throws KeyTrouble {
        if (!files.inserted()) {
            throw removed();
        }
        try {
            return access.run();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException damaged) {
            throw new KeyTrouble(Kind.UNREADABLE, "the key cannot be read", damaged);
        }
    }

    private static KeyTrouble removed() {
        return new KeyTrouble(Kind.KEY_REMOVED, "the key is not plugged in");
    }

    /** Something done with the key's files. */
    @FunctionalInterface
    interface Access<T> {
        T run() throws IOException, GeneralSecurityException, KeyTrouble;
    }
}
