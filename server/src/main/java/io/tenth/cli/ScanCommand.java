package io.tenth.cli;

import io.tenth.capture.MessageAnalysis;
import io.tenth.extraction.Context;
import io.tenth.mail.MailLimits;
import io.tenth.mail.MailReading;
import io.tenth.mail.MailSource;
import io.tenth.mail.file.MailFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code tenth scan}: reads mail files and prints the time entries in them. Keeps nothing, starts no server. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints the time entries that it finds in sent mail.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:done, but some messages could not be read", "2:unusable arguments"})
final class ScanCommand implements Callable<Integer> {

    private static final List<String> ABOUT_ENTRIES = List.of("--since", "--until", "--min-confidence", "--round");

    private final MessageAnalysis analysis;
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "mbox files, Maildir folders, .eml files, or folders of them")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table (unless given), csv, json or jsonl")
    private ReportFormat format = ReportFormat.TABLE;

    @Option(names = "--since", paramLabel = "DATE", converter = Day.class, description = "work of this day or later")
    private @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "DATE", converter = Day.class, description = "work of this day or earlier")
    private @Nullable LocalDate until;

    @Option(
            names = "--min-confidence",
            paramLabel = "0..1",
            defaultValue = "0",
            description = "leave out entries that are less certain")
    private double minConfidence;

    @Option(
            names = "--round",
            paramLabel = "MINUTES",
            defaultValue = "1",
            description = "bill in steps of so many minutes, rounded up: 6 is a tenth of an hour")
    private int increment = 1;

    @Option(
            names = "--clients",
            paramLabel = "FILE",
            description = "CSV with the header name,aliases; aliases are separated by semicolons")
    private @Nullable Path clients;

    @Option(
            names = "--explain",
            description = "print every amount of time, taken or not, with the reasons; of the other options only "
                    + "--clients goes with it")
    private boolean explain;

    ScanCommand(MessageAnalysis analysis, Terminal terminal) {
        this.analysis = analysis;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        refuseWhatNeedsEntries();
        EntryScan.Request request = new EntryScan.Request(context(), filter(), increment());
        List<MailSource> sources = open();
        Progress progress =
                Progress.of(sources, hasProgress(), spec.commandLine().getErr());
        Scan<?> scan = scan(request, progress);
        try {
            read(sources, scan, progress);
        } finally {
            progress.clear();
        }
        scan.finish();
        return scan.totals().unreadable() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** What is not taken has no day, no charge and no row; and a filter would hide what somebody is looking for. */
    private void refuseWhatNeedsEntries() {
        if (!explain) {
            return;
        }
        if (format != ReportFormat.TABLE) {
            throw unusable("--explain prints text for people; it does not go with --format "
                    + format.name().toLowerCase(Locale.ROOT) + ".");
        }
        for (String option : ABOUT_ENTRIES) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw unusable("--explain shows every amount, also those that are no entry; it does not go with "
                        + option + ".");
            }
        }
    }

    private Scan<?> scan(EntryScan.Request request, Progress progress) {
        PrintWriter out = spec.commandLine().getOut();
        if (explain) {
            return new ExplainingScan(analysis, request.context(), out, terminal.columns());
        }
        Report report = format.to(
                new Report.Destination(out, progress::printAbove, terminal.columns(), request.increment() > 1));
        return new EntryScan(analysis, request, report);
    }

    private static void read(List<MailSource> sources, Scan<?> scan, Progress progress) throws IOException {
        for (MailSource source : sources) {
            try (source) {
                for (Optional<MailReading> next = source.next(); next.isPresent(); next = source.next()) {
                    scan.take(next.get());
                    progress.show(source.bytesRead(), scan.totals().messages());
                }
                progress.leave(source.bytesRead());
            }
        }
    }

    /** Rows that appear on a terminal as they are found would run into the bar. */
    private boolean hasProgress() {
        return terminal.errorsAreSeen() && ((format == ReportFormat.TABLE && !explain) || !terminal.outputIsSeen());
    }

    private List<MailSource> open() throws IOException {
        MailFiles files = new MailFiles(MailLimits.DEFAULT);
        List<MailSource> sources = new ArrayList<>();
        for (Path path : paths) {
            try {
                sources.add(files.open(path));
            } catch (NoSuchFileException e) {
                throw unusable("There is no file or folder " + path + ".");
            }
        }
        return sources;
    }

    private EntryFilter filter() {
        if (since != null && until != null && since.isAfter(until)) {
            throw unusable("--since " + since + " is later than --until " + until + ".");
        }
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw unusable("--min-confidence is a number from 0 to 1, not " + minConfidence + ".");
        }
        return new EntryFilter(since, until, minConfidence);
    }

    private int increment() {
        if (increment < 1 || increment > 60) {
            throw unusable("--round is a number of minutes from 1 to 60, not " + increment + ".");
        }
        return increment;
    }

    private Context context() {
        Context none = Context.none();
        if (clients == null) {
            return none;
        }
        try {
            return new Context(none.minutesInWorkingDay(), ClientList.read(clients));
        } catch (ClientList.Refused refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
        }
    }

    private ParameterException unusable(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** A day as it is written in the options. */
    static final class Day implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + value + "' is not a day such as 2026-03-31.");
            }
        }
    }
}
