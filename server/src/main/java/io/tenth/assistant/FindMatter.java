package io.tenth.assistant;

import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.client.Client;
import io.tenth.client.Clients;
import io.tenth.client.Matter;
import io.tenth.identity.Scope;
import io.tenth.shared.Actor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds matters of the firm's directory by words, so that others can be asked for by their id. */
@Component
public class FindMatter implements Tool<FindMatter.Arguments, FindMatter.Result> {

    static final ToolDescription<Arguments, Result> DESCRIPTION = new ToolDescription<>(
            "find_matter",
            "Finds clients' matters in the firm's directory by words of their names, codes, numbers and other names, and tells"
                    + " their ids. Use it before a tool that takes a matter_id.",
            Scope.CLIENTS_READ,
            Effect.NONE,
            Set.of(ComplianceFlag.CLIENT_DATA),
            Arguments.class,
            Result.class);

    private static final int MOST = 20;

    private final Clients clients;

    FindMatter(Clients clients) {
        this.clients = clients;
    }

    @Override
    public ToolDescription<Arguments, Result> description() {
        return DESCRIPTION;
    }

    @Override
    public Result call(Arguments asked, Actor.Person person) {
        var found = clients.all(person).stream()
                .flatMap(client -> client.matters().stream()
                        .filter(matter -> asked.sought().test(names(client, matter)))
                        .map(matter -> MatterView.of(client, matter)))
                .toList();
        return new Result(found.stream().limit(MOST).toList(), Math.max(0, found.size() - MOST));
    }

    @Override
    public String text(Result result) {
        return result.matters().isEmpty()
                ? "The directory has no such matter."
                : result.matters().stream()
                        .map(one -> one.text() + " (" + OneLine.name(one.matterNumber()) + ")")
                        .collect(Collectors.joining("\n"));
    }

    private static String names(Client client, Matter matter) {
        return Stream.of(
                        List.of(client.name(), client.code(), matter.name(), matter.number()),
                        client.aliases(),
                        matter.aliases())
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /** What is sought. */
    public record Arguments(
            @Described(
                    value = "Words or parts of words, of which a matter has all, in any case.",
                    least = 1,
                    most = 200)
            String words) {

        private Predicate<String> sought() {
            var all = Arrays.asList(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
            return names -> all.stream().allMatch(names::contains);
        }
    }

    /** What was found. */
    public record Result(
            @Described("By client and name, at most 20.") List<MatterView> matters,
            @Described("How many more there are.") int omitted) {}
}
