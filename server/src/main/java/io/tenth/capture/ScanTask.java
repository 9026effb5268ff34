package io.tenth.capture;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.tenth.shared.Actor;
import io.tenth.shared.ScanId;

/**
 * What the job of a scan is called in the scheduler: whose it is and which.
 *
 * @param person the owner, with no more rights than a user's: a scan touches nobody else's data
 */
record ScanTask(ScanId scan, Actor.Person person) {

    static final String NAME = "scan";

    /** With a priority: the higher one is carried out first. */
    static TaskInstance<Void> instance(ScanId scan, Actor.Person person, int priority) {
        return new TaskInstance.Builder<Void>(NAME, OwnedTask.name(person, scan.value()))
                .priority(priority)
                .build();
    }

    static ScanTask of(TaskInstance<Void> instance) {
        var owned = OwnedTask.of(instance);
        return new ScanTask(new ScanId(owned.thing()), owned.person());
    }
}
