package io.tenth.mail.imap;

import io.tenth.mail.Connection;
import io.tenth.mail.MailService;
import io.tenth.mail.MailServiceContract.Stand;
import io.tenth.mail.SampleMessage;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

/** An account on an IMAP server that listens on this machine, filled over IMAP as a mail program would. */
abstract class ImapStand implements Stand {

    static final String USER = "dana@firm.example";
    static final String PASSWORD = "correct horse, battery";

    private final String sent;

    ImapStand(String sent) {
        this.sent = sent;
    }

    abstract int port();

    String user() {
        return USER;
    }

    static ImapMail service(ImapLimits limits) {
        return new ImapMail(
                new Egress(List.of("localhost"), InetAddress::getAllByName),
                Trust.of(TestCertificate.LOCALHOST.authority()),
                limits);
    }

    @Override
    public MailService service() {
        return service(ImapLimits.DEFAULT);
    }

    @Override
    public Connection connection() {
        return new Connection.Imap("localhost", port(), Connection.Security.TLS, user(), PASSWORD, null);
    }

    @Override
    public void send(String subject, Instant sentAt) {
        in(folder -> {
            var message = new MimeMessage((Session) null, new ByteArrayInputStream(SampleMessage.of(subject, sentAt)));
            folder.appendMessages(new MimeMessage[] {message});
        });
    }

    @Override
    public void delete(String subject) {
        in(folder -> {
            for (var message : folder.getMessages()) {
                if (subject.equals(message.getSubject())) {
                    message.setFlag(Flags.Flag.DELETED, true);
                }
            }
            folder.expunge();
        });
    }

    /** GreenMail numbers folders by the time, so that one which is made at once may have the same number. */
    @Override
    public boolean forgetCursors() {
        reach(store -> {
            var folder = store.getFolder(sent);
            var before = ((UIDFolder) folder).getUIDValidity();
            while (((UIDFolder) folder).getUIDValidity() == before) {
                folder.delete(false);
                folder.create(Folder.HOLDS_MESSAGES);
            }
        });
        return true;
    }

    @Override
    public boolean throttle() {
        return false;
    }

    /** Something done to a folder. */
    interface FolderAct {
        void on(Folder folder) throws MessagingException;
    }

    /** Something done to an account. */
    interface StoreAct {
        void on(Store store) throws MessagingException;
    }

    final void in(FolderAct act) {
        reach(store -> {
            var folder = store.getFolder(sent);
            folder.open(Folder.READ_WRITE);
            act.on(folder);
            folder.close(true);
        });
    }

    final void reach(StoreAct act) {
        var settings = new Properties();
        settings.put("mail.imaps.ssl.trust", "*");
        try (var store = Session.getInstance(settings).getStore("imaps")) {
            store.connect("localhost", port(), user(), PASSWORD);
            act.on(store);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
