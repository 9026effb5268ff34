package io.tenth.capture;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import io.tenth.shared.ScanId;
import io.tenth.shared.UserId;
import java.util.UUID;

/**
 * What the job of a scan is called in the scheduler: whose it is and which.
 *
 * @param person the owner, with no more rights than a user's: a scan touches nobody else's data
 */
record ScanTask(ScanId scan, Actor.Person person) {

    static final String NAME = "scan";

    static TaskInstance<Void> instance(ScanId scan, Actor.Person person) {
        return new TaskInstance<>(NAME, person.user().value() + "/" + scan.value());
    }

    static ScanTask of(TaskInstance<Void> instance) {
        var parts = instance.getId().split("/", -1);
        if (parts.length != 2) {
            throw new IllegalStateException("not the id of a scan's job: " + instance.getId());
        }
        return new ScanTask(
                new ScanId(UUID.fromString(parts[1])),
                new Actor.Person(new UserId(UUID.fromString(parts[0])), Role.USER));
    }
}
