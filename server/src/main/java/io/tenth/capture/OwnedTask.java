package io.tenth.capture;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import java.util.UUID;

/**
 * A job about one thing of one person, as its name in the scheduler says.
 *
 * @param person the owner, with no more rights than a user's
 */
record OwnedTask(Actor.Person person, UUID thing) {

    static String name(Actor.Person person, UUID thing) {
        return person.user().value() + "/" + thing;
    }

    static OwnedTask of(TaskInstance<Void> instance) {
        var parts = instance.getId().split("/", -1);
        if (parts.length != 2) {
            throw new IllegalStateException("not the id of a person's job: " + instance.getId());
        }
        return new OwnedTask(
                new Actor.Person(new UserId(UUID.fromString(parts[0])), Role.USER), UUID.fromString(parts[1]));
    }
}
