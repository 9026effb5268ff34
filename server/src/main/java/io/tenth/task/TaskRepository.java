package io.tenth.task;

import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.TaskId;
import io.tenth.shared.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of tasks. What a caller says reaches a statement as a parameter only: names and orders are constants of this class. */
@Repository
class TaskRepository {

    private static final String COLUMNS = "task_id, version, title, description, status, priority, due_date, tags,"
            + " estimated_hours, completed_at, created_at, updated_at";

    private final JdbcClient jdbc;

    TaskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A task in a list, and its key in the list's order. */
    record Listed(Task task, Object key) {}

    List<Listed> page(TaskQuery query, int most, Actor.Person person) {
        var filter = query.filter();
        var key = key(query.sort().field());
        var start = query.start();
        var words = filter.words();
        var asked = jdbc.sql("SELECT " + COLUMNS + ", " + key + " AS sort_key" + """
                          FROM tasks
                         WHERE user_id = :user
                           AND (cardinality(:statuses::text[]) = 0 OR status = ANY (:statuses::text[]))
                           AND (cardinality(:priorities::text[]) = 0 OR priority = ANY (:priorities::text[]))
                           AND (:dueFrom::date IS NULL OR due_date >= :dueFrom::date)
                           AND (:dueTo::date IS NULL OR due_date <= :dueTo::date)
                           AND NOT EXISTS (SELECT FROM unnest(:tags::text[]) AS asked
                                            WHERE NOT EXISTS (SELECT FROM unnest(tags) AS own WHERE lower(own) = lower(asked)))
                           AND (:words::text IS NULL OR search @@ to_tsquery('simple', without_accents(:words::text)))
                        """ + after(key, start, query.sort())
                        + order(key, query.sort()) + " LIMIT :most")
                .param("user", person.user().value())
                .param("statuses", keys(filter.statuses(), TaskStatus::key))
                .param("priorities", keys(filter.priorities(), TaskPriority::key))
                .param("dueFrom", filter.dueFrom(), Types.DATE)
                .param("dueTo", filter.dueTo(), Types.DATE)
                .param("tags", filter.tags().toArray(String[]::new))
                .param("words", words == null ? null : TaskSearch.ofBeginnings(words), Types.VARCHAR)
                .param("whole", words == null ? null : TaskSearch.ofWholeWords(words), Types.VARCHAR)
                .param("most", most);
        return from(start, asked)
                .query((row, number) -> new Listed(read(row), readKey(row, query.sort())))
                .list();
    }

    Optional<Task> find(TaskId id, Actor.Person person) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tasks WHERE user_id = :user AND task_id = :id")
                .param("user", person.user().value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Finds a task to be changed; whoever wants to change it too waits for the end of the transaction. */
    Optional<Task> lock(TaskId id, Actor.Person person) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tasks WHERE user_id = :user AND task_id = :id FOR UPDATE")
                .param("user", person.user().value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    void insert(TaskId id, TaskContent task, @Nullable Instant completed, Actor.Person person, Instant now) {
        withContent(jdbc.sql("""
                                INSERT INTO tasks (user_id, task_id, title, description, status, priority, due_date, tags,
                                                   estimated_hours, completed_at, created_at, updated_at)
                                VALUES (:user, :id, :title, :description, :status, :priority, :due, :tags::text[],
                                        :estimate, :completed, :now, :now)
                                """), task, completed)
                .param("user", person.user().value())
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes a task that was locked. */
    void update(Task before, TaskContent change, @Nullable Instant completed, Actor.Person person, Instant now) {
        withContent(jdbc.sql("""
                                UPDATE tasks
                                   SET title = :title, description = :description, status = :status, priority = :priority,
                                       due_date = :due, tags = :tags::text[], estimated_hours = :estimate,
                                       completed_at = :completed, updated_at = :now, version = version + 1
                                 WHERE user_id = :user AND task_id = :id
                                """), change, completed)
                .param("user", person.user().value())
                .param("id", before.id().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns false when it is not there, or not in the version that is demanded. */
    boolean delete(TaskId id, Demand demanded, Actor.Person person) {
        return jdbc.sql("""
                                DELETE FROM tasks
                                 WHERE user_id = :user AND task_id = :id
                                   AND (cardinality(:versions::integer[]) = 0 OR version = ANY (:versions::integer[]))
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("versions", demanded.numbers())
                        .update()
                == 1;
    }

    private static StatementSpec withContent(StatementSpec statement, TaskContent task, @Nullable Instant completed) {
        return statement
                .param("title", task.title())
                .param("description", task.description())
                .param("status", task.status().key())
                .param("priority", task.priority().key())
                .param("due", task.due(), Types.DATE)
                .param("tags", task.tags().toArray(String[]::new))
                .param("estimate", task.estimatedHours(), Types.NUMERIC)
                .param(
                        "completed",
                        completed == null ? null : completed.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static String key(TaskSort.Field field) {
        return switch (field) {
            case CREATED_AT -> "created_at";
            case UPDATED_AT -> "updated_at";
            case DUE_DATE -> "coalesce(due_date, 'infinity'::date)";
            case PRIORITY -> "array_position(ARRAY['low', 'medium', 'high', 'urgent'], priority)";
            case TITLE -> "lower(title)";
            case RELEVANCE ->
                "ts_rank(search, to_tsquery('simple', without_accents(:words::text)))"
                        + " + ts_rank(search, to_tsquery('simple', without_accents(:whole::text)))";
        };
    }

    private static Object readKey(ResultSet row, TaskSort sort) throws SQLException {
        return switch (sort.field()) {
            case CREATED_AT, UPDATED_AT ->
                row.getObject("sort_key", OffsetDateTime.class).toInstant();
            case DUE_DATE -> row.getObject("sort_key", LocalDate.class);
            case PRIORITY -> row.getInt("sort_key");
            case TITLE -> row.getString("sort_key");
            case RELEVANCE -> row.getFloat("sort_key");
        };
    }

    private static String after(String key, @Nullable TaskCursor start, TaskSort sort) {
        return start == null
                ? ""
                : " AND (" + key + ", task_id) " + (sort.descending() ? "<" : ">") + " (:startKey, :startId)";
    }

    private static String order(String key, TaskSort sort) {
        var direction = sort.descending() ? " DESC" : "";
        return " ORDER BY " + key + direction + ", task_id" + direction;
    }

    private static StatementSpec from(@Nullable TaskCursor start, StatementSpec statement) {
        return start == null
                ? statement
                : statement.param("startKey", start.key()).param("startId", start.id());
    }

    private static <T> String[] keys(Collection<T> values, Function<T, String> key) {
        return values.stream().map(key).toArray(String[]::new);
    }

    private static Task read(ResultSet row) throws SQLException {
        var completed = row.getObject("completed_at", OffsetDateTime.class);
        return new Task(
                new TaskId(row.getObject("task_id", UUID.class)),
                new Version(row.getInt("version")),
                new TaskContent(
                        row.getString("title"),
                        row.getString("description"),
                        TaskStatus.ofKey(row.getString("status")),
                        TaskPriority.ofKey(row.getString("priority")),
                        row.getObject("due_date", LocalDate.class),
                        Arrays.asList((String[]) row.getArray("tags").getArray()),
                        row.getBigDecimal("estimated_hours")),
                completed == null ? null : completed.toInstant(),
                Duration.ZERO,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
