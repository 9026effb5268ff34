package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mail is held only where there is room for it, and nobody keeps it from all others. */
@Timeout(60)
class RoomTest {

    private static final long MEGABYTE = 1 << 20;
    private static final Optional<String> SLOW = Optional.of("imap slow.example");

    private final Room room = new Room();
    private final Room.Share filling = share("fourth");

    @Test
    void keepsAScanWaitingBeforeItReads() throws Exception {
        fill();
        var waiting = taking(share("last"), 4);

        assertThat(waiting.isDone()).isFalse();
        filling.settle(MEGABYTE);
        assertThat(waiting.get()).isTrue();
    }

    @Test
    void countsWhatCameAndNotWhatWasExpected() throws Exception {
        var first = share("first");
        first.take(MEGABYTE);
        first.settle(25 * MEGABYTE);
        var waiting = taking(share("first"), 10);

        assertThat(waiting.isDone()).isFalse();
        first.giveBack();
        assertThat(waiting.get()).isTrue();
    }

    /** Each holds room and needs more than is left: nobody would ever go on. */
    @Test
    void letsTwoGrowThatDoNotFitTogether() throws Exception {
        fill();
        filling.settle(MEGABYTE);
        var other = share("last");
        other.take(7 * MEGABYTE);
        var growing = new FutureTask<>(() -> {
            filling.settle(8 * MEGABYTE);
            filling.close();
            return true;
        });
        Thread.ofVirtual().start(growing);

        other.settle(8 * MEGABYTE);
        other.close();
        growing.get();
    }

    /** Three mailboxes of a slow host wait for it with all they may hold, and more of it waits behind them. */
    @Test
    void goesOnElsewhereWhileASlowHostHoldsItsShare() throws Exception {
        share("one", SLOW).take(8 * MEGABYTE);
        share("two", SLOW).take(8 * MEGABYTE);
        share("one", SLOW).take(25 * MEGABYTE);
        var slow = taking(share("three", SLOW), 8);
        var slowAndHeavy = taking(share("three", SLOW), 25);

        var quick = share("quick", Optional.of("imap quick.example"));
        for (var batch = 0; batch < 100; batch++) {
            assertThat(quick.take(8 * MEGABYTE)).isTrue();
            quick.settle(7 * MEGABYTE);
            quick.giveBack();
        }
        assertThat(quick.take(25 * MEGABYTE)).isTrue();

        assertThat(slow.isDone()).isFalse();
        assertThat(slowAndHeavy.isDone()).isFalse();
    }

    /** Two slow hosts have both places, and want them again as soon as they give them back. */
    @Test
    void givesAHeavyPlaceToWhoHasWaitedBeforeWhoComesAgain() throws Exception {
        var slow = share("one", SLOW);
        slow.take(25 * MEGABYTE);
        share("two", Optional.of("imap slower.example")).take(25 * MEGABYTE);
        var quick = taking(share("quick", Optional.of("imap quick.example")), 25);

        slow.giveBack();
        var again = taking(slow, 25);

        assertThat(quick.get()).isTrue();
        assertThat(again.isDone()).isFalse();
    }

    @Test
    void keepsThePlaceOfAHeavyMessageThatCame() throws Exception {
        var first = share("one");
        first.take(25 * MEGABYTE);
        share("two").take(25 * MEGABYTE);
        var waiting = taking(share("three"), 25);

        first.settle(20 * MEGABYTE);

        assertThat(waiting.isDone()).isFalse();
        first.giveBack();
        assertThat(waiting.get()).isTrue();
    }

    @Test
    void keepsARoomForOthersThanAPersonWithManyMailboxes() throws Exception {
        share("busy", Optional.of("one.example")).take(8 * MEGABYTE);
        share("busy", Optional.of("two.example")).take(8 * MEGABYTE);
        var third = taking(share("busy", Optional.of("three.example")), 1);

        assertThat(share("other").take(8 * MEGABYTE)).isTrue();
        assertThat(third.isDone()).isFalse();
    }

    @Test
    void letsThoseGoFirstWhoNeedLittleOrNothing() throws Exception {
        fill();
        filling.settle(6 * MEGABYTE);
        var large = taking(share("large"), 8);

        assertThat(share("small").take(MEGABYTE)).isTrue();
        assertThat(share("other").take(MEGABYTE)).isTrue();
        assertThat(share("nothing").take(0)).isTrue();
        assertThat(large.isDone()).isFalse();
    }

    @Test
    void endsAWaitThatNobodyNeedsAnyMore() throws Exception {
        fill();
        var share = share("last");
        var waiting = taking(share, 4);

        share.close();

        assertThat(waiting.get()).isFalse();
    }

    /** Four persons hold all there is. */
    private void fill() throws InterruptedException {
        share("first").take(8 * MEGABYTE);
        share("second").take(8 * MEGABYTE);
        share("third").take(8 * MEGABYTE);
        filling.take(8 * MEGABYTE);
    }

    private Room.Share share(String person) {
        return share(person, Optional.empty());
    }

    private Room.Share share(String person, Optional<String> host) {
        return room.share(person, host);
    }

    private static FutureTask<Boolean> taking(Room.Share share, int megabytes) {
        var task = new FutureTask<>(() -> share.take(megabytes * MEGABYTE));
        var thread = Thread.ofPlatform().daemon().unstarted(task);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && !task.isDone()) {
            Thread.onSpinWait();
        }
        return task;
    }
}
