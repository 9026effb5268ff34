package io.tenth.assistant.talk;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Carries conversations on. A turn runs apart from the request that began it, so that whoever listens may go and come back, to this
 * node or another. A person has one turn at a time, this node a bounded number.
 */
@Service
public class Chat {

    private static final Logger LOG = LoggerFactory.getLogger(Chat.class);
    private static final int MOST = 64;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(400);
    private static final int WRITES_BETWEEN_BEATS = 4;
    private static final int TRIES = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Turns turns;
    private final Beginnings beginnings;
    private final TurnWork work;
    private final Clock clock;
    private final Map<UUID, LiveTurn> live = new ConcurrentHashMap<>();

    Chat(Turns turns, Beginnings beginnings, TurnWork work, Clock clock) {
        this.turns = turns;
        this.beginnings = beginnings;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Begins the assistant's turn. Refuses where the person's assistant is answering already, where this node has as many turns as
     * it bears, and what {@link Heard} names and is not there.
     */
    public Follower begin(Heard heard, Actor.Person person) {
        if (live.size() >= MOST) {
            throw DomainException.busy("The assistant has too much to do. Ask again in a moment.");
        }
        turns.running(person);
        var turn = beginnings.begin(heard, UuidCreator.getTimeOrderedEpoch(), person);
        var one = new LiveTurn(turn, person, clock.instant().plus(LONGEST));
        live.put(turn.id(), one);
        var listener = new Followers.Beside(one);
        Thread.ofVirtual().name("chat-turn").start(() -> carryOut(one, heard));
        return listener;
    }

    /** Listens to the turn of a conversation from its beginning; empty where none runs. */
    public Optional<Follower> resume(UUID conversation, Actor.Person person) {
        return turns.running(person)
                .filter(turn -> turn.conversation().equals(conversation))
                .map(turn -> {
                    var here = live.get(turn.id());
                    return here == null ? new Followers.FromAfar(turn.id(), turns, person) : new Followers.Beside(here);
                });
    }

    /** Ends the turn of a conversation, on whichever node it runs. What a tool has begun is finished. */
    public void stop(UUID conversation, Actor.Person person) {
        turns.halt(conversation, person);
        live.values().stream()
                .filter(one ->
                        one.person().equals(person) && one.turn().conversation().equals(conversation))
                .forEach(LiveTurn::stop);
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        live.values().forEach(LiveTurn::stop);
    }

    private void carryOut(LiveTurn turn, Heard heard) {
        var recorder = new Recorder(turn);
        var watch = Thread.ofVirtual().name("chat-watch").start(recorder::watch);
        try {
            var written = work.answer(turn, heard);
            recorder.end(watch);
            keep(turn, written);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.error("an answer could not be kept", fault);
        } finally {
            recorder.done.countDown();
            turn.close();
            live.remove(turn.turn().id());
        }
    }

    /** What the person has read is worth more than one try, since a database that was away is often there again. */
    private void keep(LiveTurn turn, Conversations.Written written) {
        for (var tries = 1; ; tries++) {
            try {
                turns.end(turn.turn(), written, turn.person());
                return;
            } catch (RuntimeException fault) {
                if (tries == TRIES) {
                    throw fault;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    /** Stores what a turn says, tells that its node lives, and ends it in time. */
    private final class Recorder {

        private final LiveTurn turn;
        private final CountDownLatch done = new CountDownLatch(1);
        private final ReentrantLock writing = new ReentrantLock();
        private int batch;

        Recorder(LiveTurn turn) {
            this.turn = turn;
        }

        void watch() {
            try {
                for (var look = 1; !done.await(BETWEEN_WRITES.toMillis(), TimeUnit.MILLISECONDS); look++) {
                    look(look % WRITES_BETWEEN_BEATS == 0);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        void end(Thread watch) throws InterruptedException {
            done.countDown();
            watch.join();
            storeIfPossible();
        }

        private void look(boolean beats) {
            storeIfPossible();
            try {
                if (beats && !turns.beat(turn.turn().id(), turn.person())) {
                    turn.stop();
                }
            } catch (RuntimeException databaseAway) {
                LOG.warn(
                        "that a turn goes on could not be told: {}",
                        databaseAway.getClass().getSimpleName());
            }
            if (clock.instant().isAfter(turn.end())) {
                turn.stop();
            }
        }

        /** What cannot be stored now is stored with what comes next. It is for who listens from afar; the answer is kept apart. */
        private void storeIfPossible() {
            writing.lock();
            try {
                var chunks = turn.unstored();
                if (!chunks.isEmpty()) {
                    turns.put(turn.turn().id(), batch, chunks, turn.person());
                    turn.stored(chunks.size());
                    batch++;
                }
            } catch (RuntimeException databaseAway) {
                LOG.warn(
                        "what a turn has said could not be stored: {}",
                        databaseAway.getClass().getSimpleName());
            } finally {
                writing.unlock();
            }
        }
    }
}
