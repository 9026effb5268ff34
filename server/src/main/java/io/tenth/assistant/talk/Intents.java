package io.tenth.assistant.talk;

import io.tenth.shared.WorkType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads plain requests in English by rules: which tool they ask for, and with which arguments. What it is not sure of it leaves
 * alone; in particular it takes nothing for a change that does not name the change.
 */
final class Intents {

    /** What can be asked, by example. */
    static final List<String> EXAMPLES = List.of(
            "Scan last week",
            "What did I bill Hartwell last week, and did I forget anything?",
            "How many hours for Hartwell in March by type?",
            "Round up to 6 minutes",
            "Show my settings",
            "Start a timer for Hartwell",
            "Stop the timer",
            "List my entries of this week",
            "Find matter lease",
            "Approve, with the id of a proposal");

    private static final String ALL_CLIENTS = "It is of all clients.";
    private static final int LONGEST_SCAN = 30;
    private static final int LONGEST_SUM = 365;
    private static final String AMOUNT = "(\\d{1,4}(?:\\.\\d{1,2})?)";
    private static final Pattern WORDS_OF_MATTER = Pattern.compile(
            "\\bfor (?:the )?(?:client |matter )?(.+?)(?= (?:in|on|by|since|from|during|over|per|at least|last|this|past|today|yesterday"
                    + "|between|of more|longer|and)\\b|[?.!,;]|$)",
            Pattern.CASE_INSENSITIVE);

    /** A request for sums. */
    private static final String SUM = "\\bhow (many|much) (billable |unbilled )?(hours?|time|work|minutes)\\b"
            + "|\\b(what|how (much|many|long)|which clients?|for whom)\\b.* (bill|billed|charge|charged|invoice|invoiced|work|worked|spend"
            + "|spent)\\b"
            + "|^(did|have|has|was|were) .*\\b(bill|billed|charge|charged|invoice|invoiced)\\b"
            + "|\\bwhat (did|have) (i|we) (do|done)\\b|\\b(summar(y|ise|ize)|totals?)\\b"
            + "|\\bhours (for|by|per|in|this|last|with|on|at|of|to|since)\\b|'s? (\\w+ )?(hours|time|work)\\b"
            + "|\\b(waits?|waiting|pending) (for|review)\\b|\\bwhat('s| is) (pending|waiting)\\b";

    /** What sums are no answer to. */
    private static final String CHANGE =
            "^(please )?(set|change|round|turn|switch|start|stop|delete|remove|add(?! up)|log|record|enter|book"
                    + "|bill|charge|invoice|approve|reject|undo|i (worked|spent|did|had))\\b";

    /** The question whether there is more. */
    private static final String FORGOTTEN =
            "\\b(did|have|has) (i|we) (forget|forgot|forgotten|miss|missed|overlook|overlooked)\\b"
                    + "|\\b(is|was) (there )?(anything|something) (\\w+ )?(missing|forgotten|missed|left out|not billed|unbilled)\\b"
                    + "|\\b(anything|something|what) (i|we) (have )?(forgot|forgotten|missed)\\b";

    private static final Pattern BY = Pattern.compile("\\b(?:by|per) (?:the )?(client|matter|type|kind|day)s?\\b");
    private static final Pattern LEAST = Pattern.compile(
            "\\b(?:at least|of more than|longer than|over) " + AMOUNT + " ?(min(?:ute)?s?|h(?:ou)?rs?|hours?)\\b");
    private static final Pattern ID =
            Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");

    private final String asked;
    private final String lower;
    private final LocalDate today;

    private Intents(String asked, LocalDate today) {
        this.asked = asked.replaceAll("\\s+", " ").strip();
        this.lower = this.asked.toLowerCase(Locale.ROOT).replace('’', '\'');
        this.today = today;
    }

    /** What a request asks for. */
    sealed interface Intent {

        /**
         * A call of a tool.
         *
         * @param note what is to be said of what the call covers; null where nothing
         */
        record Call(
                String tool, ObjectNode arguments, @Nullable String note) implements Intent {}

        /** The timer for a matter that is named by words, and has to be found first. */
        record TimerFor(String words) implements Intent {}

        /** Something about days of which none has come yet, or none ever does. */
        record InVain(String words) implements Intent {}

        /** To be told what can be asked. */
        record Help() implements Intent {}

        /** Something that the rules do not know. */
        record Unknown() implements Intent {}
    }

    /** What was asked for. */
    static Intent of(String request, LocalDate today) {
        var reader = new Intents(request, today);
        return reader.help()
                .or(reader::timer)
                .or(reader::settings)
                .or(reader::review)
                .or(reader::matters)
                .or(reader::entries)
                .or(reader::scan)
                .or(reader::summary)
                .orElseGet(Intent.Unknown::new);
    }

    private Optional<Intent> help() {
        return says("^(help|hi|hello|hey|\\?+|what can (you|i) (do|ask).*|how do(es)? (this|you) work.*)[?.!]*$")
                ? Optional.of(new Intent.Help())
                : Optional.empty();
    }

    private Optional<Intent> timer() {
        if (says("^(please )?stop (the |my )?(timer|clock)[.!]*$")) {
            return call("stop_timer", arguments());
        }
        if (!says("^(please )?start (a |the |my )?(timer|clock)\\b")) {
            return Optional.empty();
        }
        var matter = WORDS_OF_MATTER.matcher(asked);
        return matter.find()
                ? Optional.of(new Intent.TimerFor(matter.group(1).strip()))
                : says("(timer|clock)( now)?[.!]*$") ? call("start_timer", arguments()) : Optional.empty();
    }

    private Optional<Intent> settings() {
        if (says("^(please )?(show|what are|list|tell me|read) (me )?(my |the ){0,3}settings\\b")) {
            return call("configure_time_tracking", arguments());
        }
        if (!says("^(please )?(set|change|make|round|use|turn|switch|i want)\\b")) {
            return Optional.empty();
        }
        var change = arguments();
        rounding(change);
        amount("minimum(?: increment| of| to| is){0,3}", "min", change, "minimum_increment_minutes");
        amount("working day(?: hours| of| to| is){0,3}", "h", change, "working_day_hours");
        amount("(?:default |hourly )?rate(?: of| to| is){0,3}", "", change, "default_rate");
        var zone = Pattern.compile("\\btime ?zone(?: to| is)? ([A-Za-z]+(?:/[A-Za-z_]+)+)")
                .matcher(asked);
        if (zone.find()) {
            change.put("time_zone", zone.group(1));
        }
        return change.isEmpty() ? Optional.empty() : call("configure_time_tracking", change);
    }

    private void rounding(ObjectNode change) {
        if (says("\\b(no rounding|rounding off|do(n't| not) round|rounding to none)\\b")) {
            change.put("rounding", "none");
            return;
        }
        var found = find(
                "\\bround(?:ing)?\\b(?: (?:everything|all|my time|time|entries|billed time)){0,4}(?: (up|nearest|to the nearest))?"
                        + "(?: to)?(?: the)?(?: (up|nearest))?(?: (\\d{1,2}) ?min(?:ute)?s?)?");
        if (found.find()) {
            var way = found.group(1) == null ? found.group(2) : found.group(1);
            if (way != null) {
                change.put("rounding", way.endsWith("nearest") ? "nearest" : "up");
            }
            if (found.group(3) != null) {
                change.put("rounding_increment_minutes", Integer.parseInt(found.group(3)));
            }
        }
    }

    private void amount(String name, String unit, ObjectNode change, String setting) {
        var found = find("\\b" + name + " " + AMOUNT + " ?" + unit);
        if (found.find()) {
            var number = new BigDecimal(found.group(1));
            if (setting.endsWith("minutes")) {
                change.put(setting, number.intValue());
            } else {
                change.put(setting, number);
            }
        }
    }

    /** A decision names the proposals by their ids: by words it could mean others than the person thinks of. */
    private Optional<Intent> review() {
        var action = find("^(?:please )?(approve|accept|reject|undo approval|undo rejection)\\b");
        if (!action.find()) {
            return Optional.empty();
        }
        var arguments = arguments()
                .put("action", action.group(1).replace(' ', '_').replace("accept", "approve"))
                .put("dry_run", false);
        var ids = arguments.putArray("proposal_ids");
        find(ID.pattern()).results().forEach(id -> ids.add(id.group()));
        return ids.isEmpty() ? Optional.empty() : call("review_proposals", arguments);
    }

    private Optional<Intent> matters() {
        var found = Pattern.compile(
                        "^(?:please )?(?:find|search|look up|which|what)(?: the| a| my)? (?:matter|client)s?(?! (?:did|do|have|has|was|were)\\b)(?: called| named| is| are| has| have| for|:){0,5}"
                                + " (.+?)[?.!]*$",
                        Pattern.CASE_INSENSITIVE)
                .matcher(asked);
        return found.find() ? call("find_matter", arguments().put("words", found.group(1))) : Optional.empty();
    }

    private Optional<Intent> entries() {
        if (!says("^(please )?(show|list|what are|give)( me)?( my| the| all){0,3} (time )?entries\\b")) {
            return Optional.empty();
        }
        var days = Period.in(lower, today);
        var none = Period.inVain(lower, today);
        if (days.isEmpty() && none.isPresent()) {
            return none.map(Intent.InVain::new);
        }
        var arguments = arguments();
        days.ifPresent(period -> arguments
                .put("from", period.from().toString())
                .put("to", period.to().toString()));
        return Optional.of(new Intent.Call(
                "list_time_entries",
                arguments,
                ClientWords.ofSum(asked, today)
                        .map(client -> ALL_CLIENTS + " Entries cannot be listed for " + client.words() + " alone.")
                        .orElse(null)));
    }

    private Optional<Intent> scan() {
        if (!says("^(please )?(can you )?(re)?scan\\b")
                && !says(
                        "^(please )?(can you )?(check|read|search|go through|look (in|at|through)) (my |the )?(sent )?(e?-?mails?|messages|mailbox|inbox)\\b")) {
            return Optional.empty();
        }
        return inVain().or(() -> Optional.of(scanned()));
    }

    private Intent scanned() {
        var arguments = arguments();
        var days = Period.in(lower, today);
        days.ifPresent(period -> arguments.put("date_range_days", Math.min(LONGEST_SCAN, period.daysUntil(today))));
        var client = ClientWords.ofScan(asked, today);
        client.ifPresent(one -> arguments.put("client_filter", one.words()));
        return new Intent.Call(
                "scan_billable_time",
                arguments,
                notes(List.of(clients(client), days.flatMap(period -> note(period, LONGEST_SCAN, "A scan reads")))));
    }

    private Optional<Intent> summary() {
        return !says(CHANGE) && (says(SUM) || says(FORGOTTEN))
                ? inVain().or(() -> Optional.of(summed()))
                : Optional.empty();
    }

    private Intent summed() {
        var arguments = arguments();
        var days = Period.in(lower, today);
        days.ifPresent(period -> arguments.put("date_range_days", Math.min(LONGEST_SUM, period.daysUntil(today))));
        var client = ClientWords.ofSum(asked, today);
        client.ifPresent(one -> arguments.put("client_filter", one.words()));
        types(
                arguments,
                client.map(one -> lower.replace(one.words().toLowerCase(Locale.ROOT), ""))
                        .orElse(lower));
        var least = find(LEAST.pattern());
        if (least.find()) {
            var factor = least.group(2).startsWith("h") ? 60 : 1;
            arguments.put("min_duration_minutes", (int) (Double.parseDouble(least.group(1)) * factor));
        }
        var by = find(BY.pattern());
        if (by.find()) {
            arguments.put("group_by", by.group(1).replace("kind", "type"));
        }
        return new Intent.Call(
                "get_time_tracking_summary",
                arguments,
                notes(List.of(
                        clients(client),
                        days.flatMap(period -> note(period, LONGEST_SUM, "The sums go")),
                        says(FORGOTTEN) ? Optional.of(forgotten(days, client)) : Optional.empty())));
    }

    private Optional<Intent> inVain() {
        return Period.inVain(lower, today).map(Intent.InVain::new);
    }

    private Optional<String> note(Period period, int most, String what) {
        if (period.daysUntil(today) > most) {
            return Optional.of(what + " back " + most + " days at most, so that earlier days are not in it.");
        }
        return period.to().isBefore(today)
                ? Optional.of(what + " up to today, so that it is everything since " + period.from() + ".")
                : Optional.empty();
    }

    private static Optional<String> clients(Optional<ClientWords> client) {
        return client.isEmpty()
                ? Optional.of(ALL_CLIENTS)
                : client.filter(ClientWords::others)
                        .map(one -> "It is of one client at a time, here of " + one.words() + " alone.");
    }

    /** What sums can tell of it, and the request that finds more. */
    private String forgotten(Optional<Period> days, Optional<ClientWords> client) {
        var back = Math.min(
                LONGEST_SCAN, days.map(period -> period.daysUntil(today)).orElse(LONGEST_SCAN));
        return "As to whether something was forgotten: what was found in your mail and still waits for you is told as proposed. To look"
                + " for more, say \"Scan " + (back == 1 ? "today" : "the last " + back + " days")
                + client.map(one -> " for " + one.words()).orElse("") + "\".";
    }

    private static @Nullable String notes(List<Optional<String>> notes) {
        var said = notes.stream().flatMap(Optional::stream).collect(Collectors.joining(" "));
        return said.isEmpty() ? null : said;
    }

    private void types(ObjectNode arguments, String words) {
        var named = Arrays.stream(WorkType.values())
                .filter(type -> type != WorkType.OTHER)
                .filter(type -> Pattern.compile("\\b" + type.key() + "s?\\b")
                        .matcher(words)
                        .find())
                .filter(type -> !asked.matches("(?i).*\\bfor review\\b.*") || type != WorkType.REVIEW)
                .toList();
        if (!named.isEmpty()) {
            var list = arguments.putArray("entry_type_filter");
            named.forEach(type -> list.add(type.key()));
        }
    }

    private boolean says(String pattern) {
        return find(pattern).find();
    }

    private Matcher find(String pattern) {
        return Pattern.compile(pattern).matcher(lower);
    }

    private static Optional<Intent> call(String tool, ObjectNode arguments) {
        return Optional.of(new Intent.Call(tool, arguments, null));
    }

    private static ObjectNode arguments() {
        return JsonNodeFactory.instance.objectNode();
    }
}
