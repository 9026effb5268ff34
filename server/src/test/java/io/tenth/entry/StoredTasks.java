package io.tenth.entry;

import io.tenth.identity.Account;
import io.tenth.store.Database;
import io.tenth.store.Rows;
import java.util.UUID;

/** Tasks in the store, written past the product: entries know no more of them than their id and title. */
public final class StoredTasks {

    private final Rows rows;

    public StoredTasks(Database database) {
        this.rows = new Rows(database);
    }

    /** Stores one and returns its id. */
    public String one(String title, Account owner) {
        var id = UUID.randomUUID();
        rows.update("""
                INSERT INTO tasks (user_id, task_id, title, status, priority, created_at, updated_at)
                VALUES (?, ?, ?, 'todo', 'medium', now(), now())
                """, owner.id().value(), id, title);
        return id.toString();
    }
}
