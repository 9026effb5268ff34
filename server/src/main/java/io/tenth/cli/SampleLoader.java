package io.tenth.cli;

import io.tenth.capture.Scan;
import io.tenth.capture.Scans;
import io.tenth.client.Clients;
import io.tenth.client.NewClient;
import io.tenth.client.NewMatter;
import io.tenth.crypto.SecretToken;
import io.tenth.entry.NewTimeEntry;
import io.tenth.entry.TimeEntries;
import io.tenth.entry.Work;
import io.tenth.entry.WorkTime;
import io.tenth.identity.EmailAddress;
import io.tenth.identity.Invitations;
import io.tenth.identity.Join;
import io.tenth.identity.NewAccount;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.UploadWriter;
import io.tenth.shared.Actor;
import io.tenth.shared.MatterId;
import io.tenth.shared.Role;
import io.tenth.shared.TaskId;
import io.tenth.shared.WorkType;
import io.tenth.task.TaskContent;
import io.tenth.task.TaskPriority;
import io.tenth.task.TaskStatus;
import io.tenth.task.Tasks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Fills an empty server with the sample firm, through the same doors that people use. */
final class SampleLoader {

    private static final int POLLS = 300;
    private static final long POLL_MILLIS = 100;

    private final Server server;
    private final SampleFirm firm;
    private final SampleCalendar calendar;
    private final String password;
    private final Map<String, Actor.Person> people = new HashMap<>();
    private final Map<String, MatterId> matters = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, TaskId> tasks = new HashMap<>();

    SampleLoader(Server server, SampleFirm firm, SampleCalendar calendar, String password) {
        this.server = server;
        this.firm = firm;
        this.calendar = calendar;
        this.password = password;
    }

    /** Returns the scan of the mailbox, which has ended. */
    Scan load() throws IOException, InterruptedException {
        firm.people().forEach(this::join);
        var owner = person(firm.people().getFirst().email());
        firm.clients().forEach(client -> addClient(client, owner));
        firm.tasks().forEach(this::addTask);
        firm.entries().forEach(this::addEntry);
        return scan(owner);
    }

    private void join(SampleFirm.Person person) {
        var account = server.bean(Join.class)
                .join(
                        link(Role.ofKey(person.role())),
                        new NewAccount(
                                new EmailAddress(person.email()), person.fullName(), password, ZoneId.of(firm.zone())));
        people.put(person.email(), account.person());
    }

    private SecretToken link(Role role) {
        var invitations = server.bean(Invitations.class);
        return people.values().stream()
                .filter(person -> person.role() == Role.ADMIN)
                .findFirst()
                .map(administrator -> invitations.invite(role, administrator))
                .orElseGet(() -> invitations.inviteFirstAdministrator(new Actor.Program()));
    }

    private void addClient(SampleFirm.Client client, Actor.Person person) {
        var clients = server.bean(Clients.class);
        var id = clients.add(new NewClient(client.name(), client.code()), person);
        for (var matter : client.matters()) {
            matters.put(
                    matter.number(),
                    clients.add(new NewMatter(id, matter.name(), matter.number(), matter.aliases()), person));
        }
        clients.matters(person).forEach(matter -> labels.put(matter.number(), matter.label()));
    }

    private void addTask(SampleFirm.Task task) {
        var done = task.completedDay();
        var due = task.dueDay();
        var added = server.bean(Tasks.class)
                .add(
                        new TaskContent(
                                task.title(),
                                task.description(),
                                TaskStatus.valueOf(task.status().toUpperCase(Locale.ROOT)),
                                TaskPriority.valueOf(task.priority().toUpperCase(Locale.ROOT)),
                                due == null ? null : calendar.day(due),
                                task.tags(),
                                task.estimatedHours()),
                        done == null ? null : calendar.time(done, "17:00").toInstant(),
                        person(task.owner()));
        tasks.put(task.owner() + "/" + task.title(), added);
    }

    private void addEntry(SampleFirm.Entry entry) {
        var start = calendar.time(entry.day(), entry.start());
        var work = Work.typed(
                WorkType.ofKey(entry.type()),
                entry.billable(),
                entry.description(),
                of(matters, entry.matter()),
                of(labels, entry.matter()));
        server.bean(TimeEntries.class)
                .add(
                        NewTimeEntry.typed(
                                entry.task() == null ? null : tasks.get(entry.owner() + "/" + entry.task()),
                                WorkTime.clocked(
                                        start.toInstant(),
                                        start.plusMinutes(entry.minutes()).toInstant(),
                                        ZoneId.of(firm.zone())),
                                work),
                        person(entry.owner()));
    }

    private Scan scan(Actor.Person owner) throws IOException, InterruptedException {
        var mailbox = server.bean(Mailboxes.class).named(Mailboxes.UPLOADS, owner);
        var upload = server.bean(UploadWriter.class)
                .store(mailbox, "sent.mbox", new ByteArrayInputStream(SampleFirm.mailbox(calendar)), owner);
        var scans = server.bean(Scans.class);
        var id = scans.start(upload, owner);
        var scan = scans.one(id, owner);
        for (var poll = 0; poll < POLLS && !scan.state().isOver(); poll++) {
            new CountDownLatch(1).await(POLL_MILLIS, TimeUnit.MILLISECONDS);
            scan = scans.one(id, owner);
        }
        return scan;
    }

    private Actor.Person person(String email) {
        return Objects.requireNonNull(people.get(email), email);
    }

    private static <T> @Nullable T of(Map<String, T> known, @Nullable String key) {
        return key == null ? null : known.get(key);
    }
}
