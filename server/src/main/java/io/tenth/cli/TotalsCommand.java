package io.tenth.cli;

import io.tenth.identity.Account;
import io.tenth.identity.Accounts;
import io.tenth.report.KeptTotals;
import io.tenth.shared.Actor;
import io.tenth.store.StartRefusedException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the sums that reports read to the entries that they sum. */
@Command(
        name = "totals",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Derives the sums of reports from the time entries and compares them with those that are kept.",
            "Ends with status 1 where some were wrong. With the database of its own the server must be stopped first."
        })
final class TotalsCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Option(names = "--repair", description = "replaces the sums of the people for whom some are wrong")
    private boolean repair;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    TotalsCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (var server = Server.startAside(environment)) {
            return check(server.bean(Accounts.class), server.bean(KeptTotals.class));
        } catch (SettingRefusedException | StartRefusedException refused) {
            spec.commandLine().getErr().println("tenth: " + refused.getMessage());
            return ExitCode.USAGE;
        }
    }

    private int check(Accounts accounts, KeptTotals totals) {
        var people = accounts.all(new Actor.Program());
        var wrong = people.stream()
                .filter(account -> totals.wrong(account.person()) > 0)
                .map(Account::person)
                .toList();
        if (repair) {
            wrong.forEach(totals::repair);
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%d people, %d of them with wrong sums%s.%n",
                        people.size(), wrong.size(), repair && !wrong.isEmpty() ? ", which were derived anew" : "");
        return wrong.isEmpty() || repair ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
