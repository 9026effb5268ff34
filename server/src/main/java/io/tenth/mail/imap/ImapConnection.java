package io.tenth.mail.imap;

import io.tenth.mail.Connection;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Unavailable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.ResyncData;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signed in to an IMAP server, command by command. The commands and answers are Angus Mail's; the connection beneath is
 * a {@link Wire}, since Angus would resolve the host a second time and make room for any literal. Its folders and messages are
 * not used, since they keep an array as long as the mailbox claims to be.
 */
final class ImapConnection implements AutoCloseable {

    private final Wire wire;
    private final IMAPProtocol protocol;
    private int calls;
    private int exists;

    private ImapConnection(Wire wire) throws IOException {
        this.wire = wire;
        protocol = new IMAPProtocol(
                wire.input(), new PrintStream(wire.output(), true, StandardCharsets.UTF_8), new Properties(), false);
    }

    static ImapConnection to(
            Connection.Imap server, List<InetAddress> addresses, SSLSocketFactory tls, ImapLimits limits)
            throws MailServiceException, GarbledException {
        var wire = Wire.to(server, addresses, tls, limits);
        try {
            var connection = new ImapConnection(wire);
            connection.signIn(server);
            return connection;
        } catch (IOException impossible) {
            wire.close();
            throw new IllegalStateException("nothing was read yet", impossible);
        } catch (MailServiceException | GarbledException refusal) {
            wire.close();
            throw refusal;
        }
    }

    /** What is asked from now on must be answered within this time. */
    void begin(Duration operation) {
        wire.deadline().begin(operation);
    }

    int calls() {
        return calls;
    }

    /** How many messages the open folder has, as far as the server has said so. */
    int exists() {
        return exists;
    }

    /** The folders of the mailbox, with the uses that they are meant for where the server knows them. */
    List<ListInfo> folders() throws MailServiceException, GarbledException {
        var uses = protocol.hasCapability("SPECIAL-USE") && protocol.hasCapability("LIST-EXTENDED");
        var answers = command("LIST \"\" \"*\"" + (uses ? " RETURN (SPECIAL-USE)" : ""), 0);
        return Arrays.stream(answers)
                .filter(answer -> answer instanceof IMAPResponse listed && listed.keyEquals("LIST"))
                .flatMap(answer -> folder((IMAPResponse) answer))
                .toList();
    }

    /** Opens a folder without changing anything in it. */
    MailboxInfo examine(String folder) throws MailServiceException, GarbledException {
        calls++;
        wire.input().beginAnswer(0);
        try {
            var condstore = protocol.hasCapability("CONDSTORE") || protocol.hasCapability("QRESYNC");
            var info = condstore ? protocol.examine(folder, ResyncData.CONDSTORE) : protocol.examine(folder);
            exists = info.total;
            return info;
        } catch (CommandFailedException | BadCommandException refused) {
            throw Refusals.ofFolder(said(refused));
        } catch (ProtocolException broken) {
            throw broken();
        }
    }

    /** The UIDs of a search. */
    long[] search(String criteria) throws MailServiceException, GarbledException {
        return Arrays.stream(command("UID SEARCH " + criteria, 0))
                .filter(answer -> answer instanceof IMAPResponse found && found.keyEquals("SEARCH"))
                .flatMapToLong(answer -> LongStream.iterate(
                        ((IMAPResponse) answer).readLong(), uid -> uid > 0, uid -> ((IMAPResponse) answer).readLong()))
                .toArray();
    }

    /**
     * Carries out a command that has no text of others in it.
     *
     * @param expected how many bytes of messages the answer should bring
     */
    Response[] command(String command, long expected) throws MailServiceException, GarbledException {
        return command(command, null, expected, Refusals::ofCommand);
    }

    @Override
    public void close() {
        wire.close();
    }

    private void signIn(Connection.Imap server) throws MailServiceException, GarbledException {
        try {
            protocol.capability();
            if (server.accessToken() != null) {
                counted(() -> protocol.authoauth2(server.user(), server.accessToken()));
            } else if (protocol.hasCapability("AUTH=PLAIN")) {
                counted(() -> protocol.authplain(null, server.user(), server.password()));
            } else {
                login(server);
            }
            counted(protocol::capability);
        } catch (CommandFailedException refused) {
            throw Refusals.ofSignIn(said(refused));
        } catch (BadCommandException unknown) {
            throw new Impossible("The mail server does not know this way of signing in.");
        } catch (ProtocolException broken) {
            throw broken();
        }
    }

    private void login(Connection.Imap server) throws MailServiceException, GarbledException {
        if (protocol.hasCapability("LOGINDISABLED")) {
            throw new Impossible("The mail server takes no password here.");
        }
        var words = new Argument()
                .writeString(server.user(), StandardCharsets.UTF_8)
                .writeString(String.valueOf(server.password()), StandardCharsets.UTF_8);
        command("LOGIN", words, 0, Refusals::ofSignIn);
    }

    /** A step of the protocol. */
    @FunctionalInterface
    private interface Step {
        void take() throws ProtocolException;
    }

    /** What a refusal of a command means. */
    @FunctionalInterface
    private interface Meaning {
        MailServiceException of(String said);
    }

    private void counted(Step step) throws ProtocolException {
        calls++;
        wire.input().beginAnswer(0);
        step.take();
    }

    private Response[] command(String command, @Nullable Argument words, long expected, Meaning meaning)
            throws MailServiceException, GarbledException {
        calls++;
        wire.input().beginAnswer(expected);
        var answers = protocol.command(command, words);
        Arrays.stream(answers).filter(IMAPResponse.class::isInstance).forEach(answer -> count((IMAPResponse) answer));
        var last = answers[answers.length - 1];
        if (last.isBYE() || !last.isTagged()) {
            throw broken();
        }
        if (!last.isOK()) {
            throw meaning.of(last.getRest());
        }
        return answers;
    }

    private void count(IMAPResponse answer) {
        if (answer.keyEquals("EXISTS")) {
            exists = answer.getNumber();
        } else if (answer.keyEquals("EXPUNGE")) {
            exists--;
        }
    }

    private static Stream<ListInfo> folder(IMAPResponse listed) {
        try {
            return Stream.of(new ListInfo(listed));
        } catch (ParsingException unreadable) {
            return Stream.empty();
        }
    }

    /** Why the connection broke off: by the server, which may be back soon, or by us, since it made no sense. */
    private Unavailable broken() throws GarbledException {
        if (wire.deadline().hasPassed()) {
            return new Unavailable("The mail server takes too long to answer.");
        }
        if (wire.input().isViolated()) {
            throw new GarbledException("an answer beyond the limits");
        }
        if (wire.input().isSilent()) {
            throw new GarbledException("silence");
        }
        return new Unavailable("The connection to the mail server was lost.");
    }

    private static String said(ProtocolException refused) {
        var answer = refused.getResponse();
        return answer == null ? "" : answer.getRest();
    }
}
