package io.tenth.web;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.annotation.Transactional;

/** A change that can be held, and can break at each of its steps. Each time it rings stands in the audit log. */
class Bell {

    /** Where it breaks. */
    enum Fault {
        NONE,
        BEFORE,
        WITHIN,
        AFTERWARDS
    }

    private static final long LONGEST_SECONDS = 30;

    private final AuditLog audit;
    private volatile Fault fault = Fault.NONE;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch held = gate;
    private volatile CountDownLatch arrived = new CountDownLatch(1);

    Bell(AuditLog audit) {
        this.audit = audit;
    }

    /** Holds whoever comes from now on, outside the transaction. */
    void hold() {
        arrived = new CountDownLatch(1);
        gate = new CountDownLatch(1);
        held = gate;
    }

    void awaitSomebody() {
        await(arrived);
    }

    /** Holds on to those that it has, and lets others by. */
    void holdNobodyElse() {
        gate = new CountDownLatch(0);
    }

    void failBefore() {
        fault = Fault.BEFORE;
    }

    void failWithin() {
        fault = Fault.WITHIN;
    }

    void failAfterwards() {
        fault = Fault.AFTERWARDS;
    }

    /** Works again, and lets everybody go. */
    void work() {
        fault = Fault.NONE;
        held.countDown();
        gate.countDown();
    }

    /** What happens before and after the change. */
    void pass(Fault here) {
        if (here == Fault.BEFORE) {
            var mine = gate;
            arrived.countDown();
            await(mine);
        }
        breakAt(here);
    }

    @Transactional
    public void ring(Actor.Person person) {
        audit.append(AuditEvent.of(person, "bell.rung", "bell", person.user().value()));
        breakAt(Fault.WITHIN);
    }

    private void breakAt(Fault here) {
        if (fault == here) {
            throw new IllegalStateException("the bell broke: " + here);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
