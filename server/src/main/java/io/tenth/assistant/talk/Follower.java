package io.tenth.assistant.talk;

import java.time.Duration;
import java.util.List;

/** Listens to a turn from its beginning, on whichever node it runs. Used by one thread. */
public interface Follower {

    /** The chunks that are new, each as JSON, as soon as there are some; none after a while without. */
    List<String> next(Duration wait) throws InterruptedException;

    /** Whether nothing follows. */
    boolean isOver();
}
