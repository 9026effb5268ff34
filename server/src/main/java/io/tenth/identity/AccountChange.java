package io.tenth.identity;

import io.tenth.shared.Change;
import java.time.ZoneId;

/** What a person changes of their own account. */
public record AccountChange(Change<String> fullName, Change<ZoneId> zone) {

    public AccountChange {
        fullName = fullName.map(NewAccount::name);
    }
}
