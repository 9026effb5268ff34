package io.tenth.assistant.talk;

import io.tenth.shared.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The two ways to listen to a turn: beside it, and from what is stored of it. */
final class Followers {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private Followers() {}

    /** Listens on the node on which it runs. */
    static final class Beside implements Follower {

        private final LiveTurn turn;
        private int heard;
        private boolean over;

        Beside(LiveTurn turn) {
            this.turn = turn;
        }

        @Override
        public List<String> next(Duration wait) throws InterruptedException {
            var more = turn.hear(heard, wait);
            heard += more.chunks().size();
            over = more.last();
            return more.chunks();
        }

        @Override
        public boolean isOver() {
            return over;
        }
    }

    /** Looks at what another node has stored of it. */
    static final class FromAfar implements Follower {

        private final UUID turn;
        private final Turns turns;
        private final Actor.Person person;
        private int heard;
        private boolean over;

        FromAfar(UUID turn, Turns turns, Actor.Person person) {
            this.turn = turn;
            this.turns = turns;
            this.person = person;
        }

        /** Looks whether it runs before it looks for what was said, so that nothing is missed at the end. */
        @Override
        public List<String> next(Duration wait) {
            var chunks = new ArrayList<String>();
            for (var left = wait; chunks.isEmpty() && !over && left.isPositive(); left = left.minus(BETWEEN_LOOKS)) {
                over = turns.running(person)
                        .filter(running -> running.id().equals(turn))
                        .isEmpty();
                var batches = turns.batches(turn, heard, person);
                heard += batches.size();
                batches.forEach(chunks::addAll);
                if (chunks.isEmpty() && !over) {
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                }
            }
            return chunks;
        }

        @Override
        public boolean isOver() {
            return over;
        }
    }
}
