package io.tenth.identity;

import io.tenth.shared.Change;
import io.tenth.shared.Role;

/** What an administrator changes of an account: what it may do, and whether it lets anybody in. */
public record Standing(Change<Role> role, Change<Boolean> disabled) {}
