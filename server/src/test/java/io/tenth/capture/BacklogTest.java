package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.OtherServer;
import io.tenth.mail.CallLimit;
import io.tenth.mail.Connecting;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.NewMailbox;
import io.tenth.mail.SampleMessage;
import io.tenth.mail.StandIns;
import io.tenth.mail.gmail.FakeGmail;
import io.tenth.mail.gmail.GmailCosts;
import io.tenth.mail.gmail.GmailCosts.Profile;
import io.tenth.mail.graph.FakeGraph;
import io.tenth.mail.oauth.FakeProvider;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.store.Database;
import io.tenth.store.Migrations;
import io.tenth.store.Rows;
import io.tenth.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two nodes with more mail to read than the providers let them, which scan it as fast as they are let: a person's mailbox at Gmail
 * on each node and one at Microsoft 365, all of one account there. The periods of the providers are shorter than the real ones
 * and the rates half of them, which any machine keeps up with. With {@code -Dbacklog.minutes=10} both are the real ones, for so long.
 */
class BacklogTest {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogTest.class);
    private static final int MINUTES = Integer.getInteger("backlog.minutes", 0);
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final int SLOWER = 2;
    private static final Duration LONG_AGO = Duration.ofHours(3);
    private static final int TO_BEGIN_WITH = MINUTES > 0 ? 40 : 10;
    private static final int SCANS = 4;

    @TempDir
    private static Path home;

    private static final Database DATABASE = TestDatabase.copyOf("server", Migrations::run);
    private static final List<OtherServer> NODES = new ArrayList<>();

    private final CountDownLatch underWay = new CountDownLatch(SCANS);
    private final AtomicBoolean enough = new AtomicBoolean();

    @BeforeAll
    static void startTwoNodes() {
        for (var node = 0; node < 2; node++) {
            var settings = OtherServer.settings(home, DATABASE);
            settings.put("tenth.scans.carried-out", "false");
            NODES.add(OtherServer.start(settings, StandIns.InPlace.class));
        }
    }

    @AfterAll
    static void stopThem() {
        NODES.forEach(OtherServer::close);
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(3_600)
    void keepsTwoNodesTogetherWithinTheLimitsAndCloseToThem(Profile profile) throws Exception {
        var time = MINUTES > 0 ? Duration.ofMinutes(MINUTES) : SHORT.multipliedBy(2);
        var costs = MINUTES > 0 ? profile.costs() : shorter(profile.costs());
        var ofGraph = MINUTES > 0 ? FakeGraph.REAL : shorter(FakeGraph.REAL);
        try (var gmail = new FakeGmail(costs);
                var graph = new FakeGraph(ofGraph);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            fill(gmail, (double) costs.units() / costs.get(), costs.period(), time);
            fill(graph, ofGraph.units(), ofGraph.period(), time);
            StandIns.put(gmail.service());
            StandIns.put(graph.service());
            var scans = scans(gmail, graph, threads);

            while (!underWay.await(100, TimeUnit.MILLISECONDS)) {
                assertGoOn(scans);
            }
            var begin = System.nanoTime();
            var before = List.of(gmail.quota().granted(), graph.quota().granted());
            assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS))
                    .isFalse();
            assertGoOn(scans);
            var nanos = System.nanoTime() - begin;
            var used = List.of(
                    share(gmail, before.getFirst(), new CallLimit(costs.units(), costs.get(), costs.period()), nanos),
                    share(graph, before.getLast(), ofGraph, nanos));
            enough.set(true);
            var read = 0;
            for (var scan : scans) {
                read += scan.get();
            }

            LOG.info("{}: used {} of Gmail and Microsoft 365 in {}, {} messages", profile, used, time, read);
            assertThat(gmail.overruns() + graph.overruns())
                    .as("calls beyond the limits")
                    .isZero();
            assertThat(used).as("of what the limits allow").allMatch(share -> share >= 0.9);
        }
    }

    /** What ended one of them is thrown. */
    private static void assertGoOn(List<Future<Integer>> scans) throws Exception {
        for (var scan : scans) {
            assertThat(scan.isDone() ? scan.get() : null)
                    .as("messages that were all")
                    .isNull();
        }
    }

    private List<Future<Integer>> scans(FakeProvider gmail, FakeProvider graph, ExecutorService threads) {
        var scans = new ArrayList<Future<Integer>>();
        for (var node : NODES) {
            scans.add(threads.submit(scan(gmail, MailboxKind.GMAIL, node, newPerson(node))));
            scans.add(threads.submit(scan(graph, MailboxKind.GRAPH, node, newPerson(node))));
        }
        return scans;
    }

    private static Actor.Person newPerson(OtherServer node) {
        return node.newAdministrator().person();
    }

    /** A mailbox of a person of their own, which is scanned until it is enough; the first scan is a short one, to get going. */
    private Callable<Integer> scan(FakeProvider provider, MailboxKind kind, OtherServer node, Actor.Person person) {
        return () -> {
            var connecting = node.context().getBean(Connecting.class);
            var mailbox = connecting.connect(new NewMailbox("Work", kind, provider.grant()), person);
            scan(mailbox, TO_BEGIN_WITH, person, node);
            underWay.countDown();
            scan(mailbox, Integer.MAX_VALUE, person, node);
            var recorded = Integer.parseInt(new Rows(DATABASE)
                    .texts(
                            "SELECT count(*)::text FROM messages WHERE user_id = ?",
                            person.user().value())
                    .getFirst());
            assertThat(recorded).isGreaterThan(TO_BEGIN_WITH);
            return recorded;
        };
    }

    private void scan(MailboxId mailbox, int most, Actor.Person person, OtherServer node) {
        var progress = node.context().getBean(ScanProgress.class);
        var job = node.context().getBean(ScanJob.class);
        var id = progress.queue(mailbox, new Scan.Subject.Sent(Instant.EPOCH, most, false, false), person)
                .orElseThrow();
        job.run(new ScanTask(id, person), enough::get);
    }

    /** More than can be read in the time. */
    private static void fill(FakeProvider provider, double perPeriod, Duration period, Duration time) {
        provider.pagesOf(100);
        var messages = perPeriod * time.plus(period).toMillis() / period.toMillis() + SCANS * TO_BEGIN_WITH;
        var latest = Clock.systemUTC().instant().minus(LONG_AGO);
        for (var number = 0; number < messages; number++) {
            var sentAt = latest.minusSeconds(number);
            provider.send("number " + number, sentAt, SampleMessage.of("Lease " + number, sentAt));
        }
    }

    private static double share(FakeProvider provider, long before, CallLimit limit, long nanos) {
        var periods = nanos / (double) limit.period().toNanos();
        return (provider.quota().granted() - before) / (limit.units() * periods);
    }

    private static GmailCosts shorter(GmailCosts real) {
        return new GmailCosts(
                shorter(new CallLimit(real.units(), real.get(), real.period())).units(),
                SHORT,
                real.get(),
                real.list(),
                real.history(),
                real.profile());
    }

    private static CallLimit shorter(CallLimit real) {
        return new CallLimit(
                (int) (real.units() * SHORT.toMillis() / real.period().toMillis() / SLOWER), real.dearest(), SHORT);
    }
}
