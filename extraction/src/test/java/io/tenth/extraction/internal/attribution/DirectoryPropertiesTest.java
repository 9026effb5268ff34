package io.tenth.extraction.internal.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.Context.KnownMatter;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DirectoryPropertiesTest {

    @Property
    void findsAMatterByEachFormThatNoOtherHas(
            @ForAll("matters") List<KnownMatter> matters, @ForAll("texts") String around) {
        var directory = new Directory(matters);
        for (KnownMatter matter : matters) {
            for (String form : forms(matter)) {
                Tokens tokens = tokens(around + " " + form + " " + around);
                String found = directory.nearest(tokens, new Range(0, tokens.size()), 0);
                assertThat(found).isEqualTo(isShared(form, matters) ? null : matter.name());
            }
        }
    }

    @Property
    void findsNothingWhereNoFormStands(@ForAll("matters") List<KnownMatter> matters, @ForAll("texts") String text) {
        Tokens tokens = tokens(text);
        assertThat(new Directory(matters).nearest(tokens, new Range(0, tokens.size()), 0))
                .isNull();
        assertThat(new Directory(matters).only(tokens)).isNull();
    }

    private static boolean isShared(String form, List<KnownMatter> matters) {
        return matters.stream()
                        .filter(matter -> forms(matter).stream().anyMatch(form::equalsIgnoreCase))
                        .map(KnownMatter::name)
                        .distinct()
                        .count()
                > 1;
    }

    private static List<String> forms(KnownMatter matter) {
        List<String> forms = new ArrayList<>(matter.aliases());
        forms.add(matter.name());
        return forms;
    }

    private static Tokens tokens(String text) {
        return Tokenizer.scan(text.toUpperCase(Locale.ROOT), Languages.english());
    }

    /** Matters of words that no text around them has. */
    @Provide
    Arbitrary<List<KnownMatter>> matters() {
        Arbitrary<String> form = Arbitraries.of("Acme", "Haldane", "Brandt", "4471", "Orme")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(words -> String.join(" ", words));
        Arbitrary<KnownMatter> matter =
                form.flatMap(name -> form.list().ofMaxSize(2).map(aliases -> new KnownMatter(name, aliases)));
        return matter.list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("the", "lease", "for", ",", "12", "\n")
                .list()
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
    }
}
