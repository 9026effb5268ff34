package io.tenth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The page of the attacks that are tried: complete, and true of the tests that there are. */
class AttacksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`([\\w.]+)#(\\w+)`");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d\\d)? \\|.*\\|$", Pattern.MULTILINE);

    @Test
    void areAllOnThePage() throws IOException {
        var due = Stream.of(
                        IntStream.rangeClosed(1, 30),
                        IntStream.of(33, 35, 39),
                        IntStream.rangeClosed(41, 44),
                        IntStream.rangeClosed(51, 55))
                .flatMapToInt(each -> each)
                .mapToObj("%02d"::formatted);

        assertThat(rows().stream().map(row -> row.substring(2, 4)).filter(number -> number.matches("\\d\\d")))
                .containsExactlyElementsOf(due.toList());
    }

    @Test
    void areEachHeldByATestOrByNothingYet() throws IOException {
        assertThat(rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(TEST.matcher(row).find() || row.contains("no such feature yet"))
                        .as(row)
                        .isTrue());
    }

    @Test
    void nameTestsThatExist() throws IOException {
        assertThat(TEST.matcher(page()).results())
                .isNotEmpty()
                .allSatisfy(named -> assertThat(isTest(named.group(1), named.group(2)))
                        .as(named.group())
                        .isTrue());
    }

    /** That it ends the build was seen; this sees that nobody takes it out of the build. */
    @Test
    void theBuildKnowsVulnerableVersions() throws IOException {
        assertThat(Files.readString(ROOT.resolve("pom.xml")))
                .contains("maven-enforcer-plugin", "<id>known-vulnerable</id>", "build/known-vulnerable.xml");
        assertThat(Files.readString(ROOT.resolve("build/known-vulnerable.xml")))
                .contains("<bannedDependencies>", "<searchTransitive>true</searchTransitive>");
    }

    private static boolean isTest(String type, String method) {
        var found = ReflectionSupport.tryToLoadClass("io.tenth." + type)
                .toOptional()
                .orElseThrow();
        return ReflectionSupport.findMethods(
                        found, each -> each.getName().equals(method), HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .anyMatch(each -> AnnotationSupport.isAnnotated(each, Testable.class));
    }

    private static List<String> rows() throws IOException {
        return ROW.matcher(page()).results().map(row -> row.group()).toList();
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/operate/attacks.md"));
    }
}
