package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.Context.KnownMatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the examples of README.md and of the package's Javadoc: what they show stands here between {@code @start} and {@code @end}. */
class ReadmeTest {

    private static final Pattern SHOWN = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RUN =
            Pattern.compile("// [@]start region=\"[^\"]*\"\n(.*?) *// [@]end", Pattern.DOTALL);

    @Test
    void findsTheHourAndAHalfOfTheFirstExample() {
        // @start region="first"
        TimeExtractor extractor = new TimeExtractor();
        SentMessage message = new SentMessage(
                "Sam Lee <sam@lee.example>",
                "Pat Hall <pat@hall.example>",
                "Harbor lease",
                OffsetDateTime.parse("2026-03-10T17:12:00-05:00"),
                BodyFormat.PLAIN,
                "Pat, I spent 1.5 hours reviewing the lease yesterday. Comments are due in 2 days.");

        Extraction extraction = extractor.extract(message, Context.none());
        List<String> lines = extraction.mentions().stream()
                .map(mention -> mention.date() + ": " + mention.minutes() + " min, " + mention.clientMatter())
                .toList();
        // @end
        assertThat(lines).containsExactly("2026-03-09: 90 min, Harbor");
        TimeMention mention = extraction.mentions().getFirst();
        assertThat(mention.type()).isEqualTo(ActivityType.REVIEW);
        assertThat(mention.billable()).isTrue();
        assertThat(mention.quote()).contains("1.5 hours").doesNotContain("2 days");
    }

    @Test
    void namesTheMatterOfTheDirectory() {
        SentMessage message = message("Call with 4471 re the deposit, 0.4.");
        // @start region="directory"
        Context context = new Context(
                450, // "all day" is seven and a half hours here
                List.of(new KnownMatter("Harbor Holdings: lease", List.of("4471", "Harbor"))));
        List<TimeMention> mentions =
                new TimeExtractor().extract(message, context).mentions();
        // @end
        assertThat(mentions).extracting(TimeMention::clientMatter).containsExactly("Harbor Holdings: lease");
    }

    @Test
    void tellsTheCertainFromTheUncertain() {
        Extraction extraction =
                new TimeExtractor().extract(message("I spent 2 hours on the reply brief."), Context.none());
        // @start region="confidence"
        List<TimeMention> certain = extraction.mentions().stream()
                .filter(mention -> mention.confidence() >= 0.9)
                .toList();
        List<String> why = extraction.mentions().getFirst().reasons(); // such as "time-spent", the strongest first
        // @end
        assertThat(extraction.mentions()).containsAll(certain);
        assertThat(why).isNotEmpty();
    }

    @Test
    void showsAMentionInItsSurroundings() {
        SentMessage message = message("Pat, I spent 2 hours on the reply brief. Shall we talk?");
        TimeMention mention =
                new TimeExtractor().extract(message, Context.none()).mentions().getFirst();
        // @start region="passage"
        Passage passage = Passage.around(message, mention.span(), 80);
        String before = passage.text().substring(0, passage.quote().start());
        String quote = passage.quote().of(passage.text());
        String after = passage.text().substring(passage.quote().end());
        // @end
        assertThat(before).startsWith("Pat");
        assertThat(quote).contains("2 hours");
        assertThat(after).contains("Shall we talk?");
    }

    @Test
    void theReadmeShowsOnlyWhatRunsHere() throws IOException {
        List<String> shown = texts(SHOWN, Path.of("README.md"));
        List<String> run = texts(RUN, Path.of("src/test/java/io/tenth/extraction/ReadmeTest.java"));
        assertThat(shown).isNotEmpty();
        assertThat(run).containsAll(shown);
    }

    private static List<String> texts(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1).stripTrailing().stripIndent())
                .toList();
    }

    private static SentMessage message(String body) {
        return new SentMessage("", "", "", OffsetDateTime.parse("2026-03-10T17:12:00-05:00"), BodyFormat.PLAIN, body);
    }
}
