package org.yanqi.sandbox.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yanqi.sandbox.wire.Crypto;
import org.yanqi.sandbox.wire.Refusal;
import org.yanqi.sandbox.wire.Shelf;
import org.yanqi.sandbox.wire.Shelves;
import org.yanqi.sandbox.wire.Switchboard;

/**
 * An SMTP server that accepts mail for everybody and keeps it under {@code mails/}. While its switch says down nothing
 * listens on the port; while it says failing mail is refused.
 */
public final class PostOffice implements AutoCloseable {
    private static final String SERVICE = "smtp";
    private static final long SLOWNESS_MILLIS = 3000;
    private static final int KEPT = 1000;
    private final Clock clock;
    private final int port;
    private final Switchboard switches;
    private final Shelf<Mail> mails;
    private final Path directory;
    private @Nullable GreenMail server;

    /** A post office that is not open yet. */
    public PostOffice(Clock clock, int port, Switchboard switches, Shelves shelves) {
        this.clock = clock;
        this.port = port;
        this.switches = switches;
        this.mails = shelves.open("mails", Mail.class);
        this.directory = shelves.directory().resolve("mails");
    }

    /** Opens or closes the port as the switch says; to be called whenever it was turned. */
    public synchronized void follow() {
        boolean open = switches.mode(SERVICE) != Switchboard.Mode.DOWN;
        if (open && server == null) {
            GreenMail fresh = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            fresh.start();
            fresh.getUserManager().setMessageDeliveryHandler(this::deliver);
            server = fresh;
        } else if (!open) {
            close();
        }
    }

    private GreenMailUser deliver(MovingMessage message, MailAddress address) throws MessagingException, UserException {
        Switchboard.Mode mode = switches.mode(SERVICE);
        if (mode == Switchboard.Mode.FAILING) {
            throw new MessagingException("mailbox unavailable");
        }
        if (mode == Switchboard.Mode.SLOW) {
            pause();
        }
        try {
            keep(message.getMessage(), address.getEmail());
        } catch (IOException e) {
            throw new MessagingException("cannot keep the mail", e);
        }
        return sink();
    }

    private static void pause() {
        try {
            Thread.sleep(SLOWNESS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** GreenMail wants somebody to deliver to; what piles up there is thrown away, the mail is kept by us. */
    private synchronized GreenMailUser sink() throws UserException {
        GreenMail running = server;
        if (running == null) {
            throw new UserException("closed");
        }
        GreenMailUser known = running.getUserManager().getUser("sink");
        if (known != null) {
            try {
                running.getManagers().getImapHostManager().getInbox(known).deleteAllMessages();
            } catch (FolderException e) {
                throw new UserException("cannot empty the sink", e);
            }
            return known;
        }
        return running.getUserManager().createUser("sink@sandbox.invalid", "sink", "sink");
    }

    private void keep(MimeMessage message, String to) throws MessagingException, IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        String id = Crypto.word(16);
        Files.createDirectories(directory);
        Files.write(directory.resolve(id + ".eml"), raw.toByteArray());
        mails.put(id, MailReader.read(id, to, parse(raw.toByteArray()), clock.instant()));
        List<Mail> all = mails.all();
        for (Mail old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            mails.remove(old.id());
            Files.deleteIfExists(directory.resolve(old.id() + ".eml"));
        }
    }

    private static MimeMessage parse(byte[] raw) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(raw));
    }

    /** All mails, oldest first. */
    public List<Mail> all() {
        return mails.all();
    }

    /** The mail of this id. */
    public Optional<Mail> find(String id) {
        return mails.find(id);
    }

    /**
     * The content of an attachment.
     *
     * @throws Refusal 404 if there is none
     */
    public byte[] attachment(String id, int index) {
        Mail mail = find(id).orElseThrow(() -> new Refusal(404, "UNKNOWN_MAIL", "没有这封邮件"));
        if (index < 0 || index >= mail.attachments().size()) {
            throw new Refusal(404, "UNKNOWN_ATTACHMENT", "没有这个附件");
        }
        try {
            return MailReader.attachment(parse(Files.readAllBytes(directory.resolve(id + ".eml"))), index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a kept mail cannot be read", e);
        }
    }

    /** Empties the mailbox. */
    public void clear() {
        mails.clear();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }
}
