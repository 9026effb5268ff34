package io.tenth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between the rooms: each {@code package-info.java} lists the allowed ones, and the lists themselves go one way. */
class ModulesTest {

    /** Highest first: a package may use those before it, never one after it; the last three are used by nobody. */
    private static final List<String> ORDER = List.of(
            "extraction",
            "shared",
            "store",
            "crypto",
            "audit",
            "request",
            "identity",
            "client",
            "model",
            "settings",
            "task",
            "entry",
            "mail",
            "capture",
            "report",
            "assistant",
            "web",
            "ops",
            "cli");

    private static final ApplicationModules MODULES = ApplicationModules.of(Tenth.class);

    @Test
    void useOnlyWhatTheirListsAllow() {
        MODULES.verify();
    }

    @Test
    void haveAPlaceInTheOrder() {
        assertThat(MODULES.stream().map(ModulesTest::name)).isSubsetOf(ORDER);
    }

    @Test
    void useOnlyWhatStandsAboveThem() {
        MODULES.forEach(module -> assertThat(usedBy(module))
                .as("%s uses what stands above it in ARCHITECTURE.md's list", name(module))
                .allMatch(used -> ORDER.indexOf(used) < ORDER.indexOf(name(module))));
    }

    @Test
    void leaveTheDoorsToTheOutsideAlone() {
        MODULES.forEach(module -> assertThat(usedBy(module))
                .as("%s must not use a door to the outside: a door translates and nobody builds on it", name(module))
                .doesNotContain("web", "ops", "cli"));
    }

    private static List<String> usedBy(ApplicationModule module) {
        return module.getDirectDependencies(MODULES).stream()
                .map(dependency -> name(dependency.getTargetModule()))
                .distinct()
                .toList();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
