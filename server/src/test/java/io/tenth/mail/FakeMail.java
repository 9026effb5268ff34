package io.tenth.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A mail service in memory, in place of Microsoft 365 for grants that name one of its boxes. The boxes are those of all servers
 * under test, since any of them may be the node that carries out a scan.
 */
public final class FakeMail implements MailService {

    private static final int PAGE = 50;
    private static final Map<String, Box> BOXES = new ConcurrentHashMap<>();

    private final Function<MailboxKind, MailService> real;

    private FakeMail(Function<MailboxKind, MailService> real) {
        this.real = real;
    }

    /** Puts it into the server under test. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class InPlaceOfGraph {

        @Bean
        @Primary
        MailServices servicesWithAFake(ObjectProvider<MailService> services) {
            return new MailServices(services) {
                @Override
                public MailService of(MailboxKind kind) {
                    return kind == MailboxKind.GRAPH ? new FakeMail(super::of) : super.of(kind);
                }
            };
        }
    }

    /** What one mailbox holds and how it behaves. */
    public static final class Box {

        private final List<Mail> mail = Collections.synchronizedList(new ArrayList<>());
        private final Deque<MailServiceException> failures = new ArrayDeque<>();
        private final AtomicInteger fetched = new AtomicInteger();
        private final Map<String, Boolean> refused = new ConcurrentHashMap<>();
        private volatile Runnable beforeFetch = () -> {};
        private volatile boolean forgetful;
        private volatile boolean endless;
        private volatile int mostAtOnce = Integer.MAX_VALUE;

        /** Adds a message that was just sent. */
        public void add(String key, String text, Instant sentAt) {
            mail.add(new Mail(key, text.getBytes(StandardCharsets.UTF_8), sentAt));
        }

        /** The next calls fail so. */
        public synchronized void fails(MailServiceException... next) {
            failures.addAll(List.of(next));
        }

        /** Gives a message out no more, for good or for now. */
        public void refuse(String key, boolean lasting) {
            refused.put(key, lasting);
        }

        /** Gives every message out again. */
        public void refuseNothing() {
            refused.clear();
        }

        /** Done on the reader's thread each time it asks for content. */
        public void beforeFetch(Runnable what) {
            beforeFetch = what;
        }

        /** Answers no more messages at once, as where they are large. */
        public void answerAtMost(int messages) {
            mostAtOnce = messages;
        }

        /** From now on no cursor is known any more. */
        public void forgetCursors() {
            forgetful = true;
        }

        /** From now on its listing begins again where it ends. */
        public void repeatsItself() {
            endless = true;
        }

        public int size() {
            return mail.size();
        }

        /** How many messages were fetched so far. */
        public int fetched() {
            return fetched.get();
        }

        private synchronized void maybeFail() throws MailServiceException {
            var failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // test data
    private record Mail(String key, byte[] content, Instant sentAt) {}

    /** The box that is opened by a grant with this refresh token; made when it is first asked for. */
    public static Box box(String token) {
        return BOXES.computeIfAbsent(token, unknown -> new Box());
    }

    @Override
    public MailboxKind kind() {
        return MailboxKind.GRAPH;
    }

    @Override
    public MailSession open(Connection connection) throws MailServiceException {
        var box = BOXES.get(((Connection.Grant) connection).refreshToken());
        if (box == null) {
            return real.apply(MailboxKind.GRAPH).open(connection);
        }
        box.maybeFail();
        return new Session(box);
    }

    private static final class Session implements MailSession {

        private final Box box;
        private int calls;

        Session(Box box) {
            this.box = box;
        }

        @Override
        public Listing sentSince(Instant since, @Nullable String page) throws MailServiceException {
            var found = box.mail.stream()
                    .filter(mail -> !mail.sentAt().isBefore(since))
                    .sorted(Comparator.comparing(Mail::sentAt).reversed())
                    .toList();
            return listing(found, page);
        }

        @Override
        public Listing addedAfter(String cursor, @Nullable String page) throws MailServiceException {
            if (box.forgetful) {
                throw new MailServiceException.CursorExpired();
            }
            return listing(box.mail.subList(Integer.parseInt(cursor), box.mail.size()), page);
        }

        private Listing listing(List<Mail> found, @Nullable String page) throws MailServiceException {
            calls++;
            box.maybeFail();
            var from = page == null ? 0 : Integer.parseInt(page);
            var to = Math.min(from + PAGE, found.size());
            return new Listing(
                    found.subList(from, to).stream()
                            .map(mail -> new Reference(mail.key()))
                            .toList(),
                    to < found.size() ? Integer.toString(to) : box.endless ? "0" : null,
                    Integer.toString(box.mail.size()));
        }

        @Override
        public List<Fetched> fetch(List<Reference> references) throws MailServiceException {
            calls++;
            box.beforeFetch.run();
            box.maybeFail();
            var fetched =
                    references.stream().limit(box.mostAtOnce).map(this::fetched).toList();
            box.fetched.addAndGet(fetched.size());
            return fetched;
        }

        private Fetched fetched(Reference reference) {
            var lasting = box.refused.get(reference.key());
            if (lasting != null) {
                return new Fetched.Refused(reference, "It is not given out.", lasting);
            }
            return List.copyOf(box.mail).stream()
                    .filter(mail -> mail.key().equals(reference.key()))
                    .findFirst()
                    .<Fetched>map(mail -> new Fetched.Raw(reference, mail.content(), Optional.of(mail.sentAt())))
                    .orElse(new Fetched.Gone(reference));
        }

        @Override
        public int fetchSize() {
            return 20;
        }

        @Override
        public int calls() {
            return calls;
        }

        @Override
        public void close() {}
    }
}
