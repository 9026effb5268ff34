package io.tenth.capture.web;

import io.tenth.shared.DomainException;
import io.tenth.shared.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How many listen to events at this node: so many of one person, and so many in all. */
@Component
class Listeners {

    private static final int MOST_OF_A_PERSON = 5;
    private static final int MOST = 500;

    private final Map<UserId, Integer> ofPerson = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    /** Lets one more listen until it is closed. Refuses where there are enough. */
    Listener admit(UserId user) {
        if (all.incrementAndGet() > MOST) {
            all.decrementAndGet();
            throw DomainException.busy("Too many listen to events. Ask for the scan itself instead.");
        }
        var listener = new Listener(user);
        if (ofPerson.merge(user, 1, Integer::sum) > MOST_OF_A_PERSON) {
            listener.close();
            throw DomainException.tooMany("You listen to " + MOST_OF_A_PERSON + " scans already.");
        }
        return listener;
    }

    /** One that listens. */
    final class Listener implements AutoCloseable {

        private final UserId user;

        private Listener(UserId user) {
            this.user = user;
        }

        @Override
        public void close() {
            all.decrementAndGet();
            ofPerson.computeIfPresent(user, (who, count) -> count == 1 ? null : count - 1);
        }
    }
}
