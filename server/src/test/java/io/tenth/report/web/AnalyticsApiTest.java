package io.tenth.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.entry.NewTimeEntry;
import io.tenth.entry.TimeEntries;
import io.tenth.entry.Work;
import io.tenth.entry.WorkTime;
import io.tenth.identity.Account;
import io.tenth.shared.Role;
import io.tenth.shared.TaskId;
import io.tenth.shared.WorkType;
import io.tenth.store.Rows;
import io.tenth.task.TaskContent;
import io.tenth.task.TaskPriority;
import io.tenth.task.TaskStatus;
import io.tenth.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The figures that a program reads, over tasks and time of which each answer can be reckoned by hand. */
class AnalyticsApiTest extends ServerTest {

    private static final String WEEK = "?start=2026-03-09&end=2026-03-15";
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Autowired
    private Tasks tasks;

    @Autowired
    private TimeEntries entries;

    private Account account;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
    }

    @Test
    void sumsAWeekOfTasksAndTime() {
        // Made before the test's week, so that its completions lie in the past of nobody.
        completed("2026-03-10T15:00:00Z", "2026-03-10");
        completed("2026-03-11T15:00:00Z", "2026-03-10");
        completed("2026-03-16T03:30:00Z", null);
        completed("2026-03-16T04:30:00Z", null);
        open(TaskStatus.IN_PROGRESS);
        work(null, "2026-03-10T13:00:00Z", 5400, WorkType.DRAFTING, true);
        work(null, "2026-03-10T15:00:00Z", 1800, WorkType.CALL, false);
        work(null, "2026-03-16T13:00:00Z", 3600, WorkType.CALL, true);

        var figures = api.get("/api/analytics/dashboard" + WEEK).json();

        assertThat(figures.at("/date_range/start").asString()).isEqualTo("2026-03-09");
        assertThat(figures.at("/date_range/end").asString()).isEqualTo("2026-03-15");
        assertThat(figures.at("/total_tasks_completed").asInt()).isEqualTo(3);
        assertThat(figures.at("/tasks_completed_on_time").asInt()).isEqualTo(1);
        assertThat(figures.at("/tasks_completed_late").asInt()).isEqualTo(1);
        assertThat(figures.at("/total_tasks_in_progress").asInt()).isEqualTo(1);
        assertThat(figures.at("/total_tasks_todo").asInt()).isZero();
        assertThat(figures.at("/total_time_tracked_hours").asDouble()).isEqualTo(2.0);
        assertThat(figures.at("/daily_breakdown")).hasSize(7);
        assertThat(figures.at("/daily_breakdown/1/date").asString()).isEqualTo("2026-03-10");
        assertThat(figures.at("/daily_breakdown/1/tasks_completed").asInt()).isEqualTo(1);
        assertThat(figures.at("/daily_breakdown/1/time_tracked_hours").asDouble())
                .isEqualTo(2.0);
        // 3/7*20 + 1/3*30 + 2/7/8*30 + 3/5*20
        assertThat(figures.at("/productivity_score").asDouble()).isEqualTo(31.64);
    }

    @Test
    void comparesAPeriodWithTheOneBeforeIt() {
        work(null, "2026-03-10T13:00:00Z", 7200, WorkType.REVIEW, true);
        work(null, "2026-03-04T13:00:00Z", 3600, WorkType.REVIEW, true);

        var trend = api.get("/api/analytics/trend" + WEEK).json();

        assertThat(trend.at("/time_tracked_hours").asDouble()).isEqualTo(2.0);
        assertThat(trend.at("/comparison_previous_period/period_start").asString())
                .isEqualTo("2026-03-02");
        assertThat(trend.at("/comparison_previous_period/period_end").asString())
                .isEqualTo("2026-03-08");
        assertThat(trend.at("/comparison_previous_period/time_tracked_hours_change")
                        .asDouble())
                .isEqualTo(1.0);
    }

    @Test
    void countsTasksByStatusAndPriority() {
        completed("2026-03-10T15:00:00Z", "2026-03-10");
        completed("2026-03-11T15:00:00Z", "2026-03-10");
        open(TaskStatus.TODO);
        open(TaskStatus.TODO);

        var counts = api.get("/api/analytics/tasks").json();

        assertThat(counts.at("/total_tasks").asInt()).isEqualTo(4);
        assertThat(counts.at("/by_status/todo").asInt()).isEqualTo(2);
        assertThat(counts.at("/by_status/done").asInt()).isEqualTo(2);
        assertThat(counts.at("/by_status/archived").asInt()).isZero();
        assertThat(counts.at("/by_priority/high").asInt()).isEqualTo(4);
        assertThat(counts.at("/completion_rate").asDouble()).isEqualTo(0.5);
        assertThat(counts.at("/on_time_completion_rate").asDouble()).isEqualTo(0.5);
    }

    @Test
    void partsTimeByTypeByTaskAndByHourOfTheDay() {
        var task = open(TaskStatus.TODO);
        work(task, "2026-03-10T13:30:00Z", 5400, WorkType.DRAFTING, true);
        work(null, "2026-03-11T14:00:00Z", 1800, WorkType.CALL, true);

        var byType = api.get("/api/analytics/distribution" + WEEK).json();
        var byTask =
                api.get("/api/analytics/distribution" + WEEK + "&group_by=task").json();

        assertThat(byType.at("/total_hours").asDouble()).isEqualTo(2.0);
        assertThat(byType.at("/distribution/0/name").asString()).isEqualTo("drafting");
        assertThat(byType.at("/distribution/0/percentage").asDouble()).isEqualTo(75.0);
        assertThat(byTask.at("/distribution/0/id").asString())
                .isEqualTo(task.value().toString());
        assertThat(byTask.at("/distribution/1/name").isNull()).isTrue();
        // 9:30 to 11:00 and 10:00 to 10:30 by the clock of New York.
        assertThat(byType.at("/top_productive_hours/0/hour").asInt()).isEqualTo(10);
        assertThat(byType.at("/top_productive_hours/0/hours").asDouble()).isEqualTo(1.5);
        assertThat(byType.at("/top_productive_hours/1/hour").asInt()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        // From 1:30 to 4:30 by the clock: the hour from 2 to 3 is skipped, two hours pass.
        "2026-03-29, 2026-03-29T00:30:00Z, 7200, 1=0.5 3=1.0 4=0.5",
        // From 1:30 to 4:30 by the clock: the hour from 2 to 3 comes twice, four hours pass.
        "2026-10-25, 2026-10-24T23:30:00Z, 14400, 1=0.5 2=2.0 3=1.0 4=0.5",
        // From the second half past two, which lies in the hour from 2 to 3 as the first does.
        "2026-10-25, 2026-10-25T01:30:00Z, 3600, 2=0.5 3=0.5",
    })
    void givesEachHourOfTheDayWhatPassedOfItWhenTheClocksChange(
            String day, String start, int seconds, String hoursOfDay) {
        assertThat(api.patch("/api/users/me", "{\"time_zone\": \"Europe/Berlin\"}")
                        .status())
                .isEqualTo(200);
        clock().set(Instant.parse(start).plusSeconds(86_400));
        api = api(account);
        api.post(
                "/api/time-entries",
                "{\"start_time\": \"" + start + "\", \"end_time\": \""
                        + Instant.parse(start).plusSeconds(seconds) + "\"}");

        var found = api.get("/api/analytics/distribution?start=" + day + "&end=" + day)
                .json()
                .at("/top_productive_hours");

        assertThat(found.valueStream()
                        .map(hour -> hour.at("/hour").asInt() + "="
                                + hour.at("/hours").asDouble())
                        .sorted())
                .containsExactly(hoursOfDay.split(" "));
    }

    @Test
    void countsInTheSummaryOfAPersonWhatTheFiguresCount() {
        completed("2026-03-10T15:00:00Z", null);
        add(TaskStatus.ARCHIVED, null, Instant.parse("2026-03-11T15:00:00Z"));
        add(TaskStatus.ARCHIVED, null, null);

        assertThat(new Rows(database())
                        .texts(
                                "SELECT completed_tasks || ' of ' || total_tasks FROM user_productivity_summary WHERE user_id = ?",
                                account.id().value()))
                .containsExactly("2 of 3");
        assertThat(api.get("/api/analytics/dashboard" + WEEK)
                        .json()
                        .at("/total_tasks_completed")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void givesAManagerSumsOfManyAndOfNoOne() {
        var manager = api(newPerson(Role.MANAGER));
        var days = "?start=2019-07-01&end=2019-07-31";
        work(null, "2019-07-10T13:00:00Z", 3600, WorkType.CALL, true);
        var withheld = manager.get("/api/analytics/firm" + days).json();
        for (int others = 0; others < 2; others++) {
            account = newPerson();
            work(null, "2019-07-10T13:00:00Z", 3600, WorkType.CALL, false);
        }
        var firm = manager.get("/api/analytics/firm" + days);

        assertThat(withheld.at("/withheld").asBoolean()).isTrue();
        assertThat(withheld.at("/total_hours").isNull()).isTrue();
        assertThat(firm.json().at("/people").asInt()).isEqualTo(3);
        assertThat(firm.json().at("/total_hours").asDouble()).isEqualTo(3.0);
        assertThat(firm.json().at("/billable_hours").asDouble()).isEqualTo(1.0);
        assertThat(firm.body()).doesNotContain(account.email()).doesNotContain(account.fullName());
        assertThat(api.get("/api/analytics/firm" + days).status()).isEqualTo(403);
    }

    /** Otherwise the week with a Sunday less the week without it would be what one person did on that Sunday. */
    @Test
    void leavesNoDayOfTooFewPeopleInTheSumsOfTheFirm() {
        var overseer = newPerson(Role.MANAGER);
        var manager = api(overseer);
        for (int people = 0; people < 3; people++) {
            account = newPerson();
            work(null, "2018-07-13T13:00:00Z", 3600, WorkType.CALL, false);
            work(null, "2018-07-16T13:00:00Z", 1800, WorkType.CALL, false);
        }
        work(null, "2018-07-15T13:00:00Z", 7200, WorkType.CALL, true);

        var without = manager.get("/api/analytics/firm?start=2018-07-13&end=2018-07-14")
                .json();
        var with = manager.get("/api/analytics/firm?start=2018-07-13&end=2018-07-15")
                .json();
        var sunday = manager.get("/api/analytics/firm?start=2018-07-15&end=2018-07-15")
                .json();
        var all = manager.get("/api/analytics/firm?start=2018-07-13&end=2018-07-16")
                .json();

        for (var figure : List.of("/total_hours", "/billable_hours", "/entries", "/people")) {
            assertThat(with.at(figure)).as(figure).isEqualTo(without.at(figure));
        }
        assertThat(with.at("/days_withheld").asInt()).isEqualTo(1);
        assertThat(sunday.at("/withheld").asBoolean()).isTrue();
        assertThat(sunday.at("/people").asInt()).isZero();
        assertThat(all.at("/total_hours").asDouble()).isEqualTo(4.5);
    }

    /** Who knows their own time would know the sum of two others. */
    @Test
    void countsTheOneWhoAsksForNoneOfTheThree() {
        var overseer = newPerson(Role.MANAGER);
        account = overseer;
        work(null, "2017-07-10T13:00:00Z", 3600, WorkType.CALL, false);
        for (int others = 0; others < 2; others++) {
            account = newPerson();
            work(null, "2017-07-10T13:00:00Z", 3600, WorkType.CALL, false);
        }
        var day = "/api/analytics/firm?start=2017-07-10&end=2017-07-10";

        assertThat(api(overseer).get(day).json().at("/withheld").asBoolean()).isTrue();
        assertThat(api(newPerson(Role.MANAGER)).get(day).json().at("/people").asInt())
                .isEqualTo(3);
    }

    @Test
    void refusesMoreThanAYearAndAnUnknownGrouping() {
        assertThat(api.get("/api/analytics/dashboard?start=2020-01-01&end=2026-01-01")
                        .status())
                .isEqualTo(422);
        assertThat(api.get("/api/analytics/distribution?group_by=colour").status())
                .isEqualTo(422);
        assertThat(api.get("/api/analytics/trend?start=2026-03-15&end=2026-03-09")
                        .status())
                .isEqualTo(422);
    }

    private void completed(String at, @Nullable String due) {
        add(TaskStatus.DONE, due == null ? null : LocalDate.parse(due), Instant.parse(at));
    }

    private TaskId open(TaskStatus status) {
        return add(status, null, null);
    }

    private TaskId add(TaskStatus status, @Nullable LocalDate due, @Nullable Instant completed) {
        return tasks.add(
                new TaskContent("A task", "", status, TaskPriority.HIGH, due, List.of(), null),
                completed,
                account.person());
    }

    private void work(@Nullable TaskId task, String start, int seconds, WorkType type, boolean billable) {
        var begun = Instant.parse(start);
        entries.add(
                NewTimeEntry.typed(
                        task,
                        WorkTime.clocked(begun, begun.plus(Duration.ofSeconds(seconds)), ZONE),
                        Work.typed(type, billable, "Work", null, null)),
                account.person());
    }
}
