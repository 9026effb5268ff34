package io.tenth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenth.e2e.client.ApiClient;
import io.tenth.e2e.client.ApiException;
import io.tenth.e2e.client.api.AnalyticsApi;
import io.tenth.e2e.client.api.SigningInApi;
import io.tenth.e2e.client.api.TasksApi;
import io.tenth.e2e.client.api.TimeApi;
import io.tenth.e2e.client.model.AuthCredentials;
import io.tenth.e2e.client.model.DashboardAnswer;
import io.tenth.e2e.client.model.NewTaskBody;
import io.tenth.e2e.client.model.TaskChangeBody;
import io.tenth.e2e.client.model.TimerBody;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that a public generator made of the document, and nobody by hand, does with the product what its document says. */
class GeneratedClientTest {

    @TempDir
    private Path home;

    @Test
    void keepsATaskRunsATimerAndReadsTheDashboard() throws Exception {
        try (var server = RunningServer.start(home)) {
            FirstAccount.make(server);
            var client = new ApiClient();
            client.updateBaseUri(server.address());
            signIn(client);

            var tasks = new TasksApi(client);
            var task = tasks.addTask(new NewTaskBody().title("The lease").tags(List.of("urgent")), "once");
            assertThat(tasks.addTask(new NewTaskBody().title("The lease").tags(List.of("urgent")), "once")
                            .getId())
                    .isEqualTo(task.getId());
            var dated = new TaskChangeBody().dueDate(LocalDate.parse("2036-05-01"));
            assertThat(tasks.editTask(task.getId(), dated, null, null).getTags())
                    .containsExactly("urgent");
            assertThat(tasks.listTasks(null, null, null, null, null, "lease", null, null, null)
                            .getItems())
                    .hasSize(1);

            var time = new TimeApi(client);
            assertThat(time.startTimer(null, new TimerBody().taskId(task.getId()))
                            .getIsActive())
                    .isTrue();
            var refused = catchThrowableOfType(ApiException.class, () -> time.startTimer(null, new TimerBody()));
            assertThat(refused.getCode()).isEqualTo(409);
            var stopped = time.stopTimer(null);
            assertThat(stopped.getTaskTitle()).isEqualTo("The lease");
            assertThat(stopped.getEndTime()).isAfterOrEqualTo(stopped.getStartTime());

            assertThat(dashboard(client).getTotalTasksTodo()).isEqualTo(1);
        }
    }

    private static void signIn(ApiClient client) throws ApiException {
        var signedIn = new SigningInApi(client)
                .signIn(new AuthCredentials().email(FirstAccount.EMAIL).password(FirstAccount.PASSWORD));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + signedIn.getToken()));
    }

    private static DashboardAnswer dashboard(ApiClient client) throws ApiException {
        return new AnalyticsApi(client).readDashboard(null, null);
    }
}
