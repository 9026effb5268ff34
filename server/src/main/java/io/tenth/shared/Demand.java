package io.tenth.shared;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a thing for which a change was made: it is carried out on one of them and refused on any other (RFC 9110,
 * section 13.1.1). Tags are compared strongly, so that a weak one is met by nothing, as one is that was never given.
 *
 * @param versions any of these; empty for whatever version there is
 */
public record Demand(Set<Version> versions) {

    /** That of a change which was made for no version in particular. */
    public static final Demand ANY = new Demand(Set.of());

    /** No thing is in it: versions count from 1. */
    private static final Version NEVER = new Version(0);

    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"";
    private static final Pattern LIST =
            Pattern.compile("[ \\t,]*" + TAG + "(?:[ \\t]*,[ \\t,]*(?:" + TAG + ")?)*+[ \\t]*");
    private static final Pattern EACH = Pattern.compile(TAG);

    public Demand {
        versions = Set.copyOf(versions);
    }

    /** For one version. */
    public static Demand of(Version version) {
        return new Demand(Set.of(version));
    }

    /**
     * What a request demands.
     *
     * @param ifMatch the header of the request, a list of tags or {@code *}; null where it has none
     */
    public static Demand of(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return ANY;
        }
        var versions = new HashSet<>(Set.of(NEVER));
        if (LIST.matcher(ifMatch).matches()) {
            EACH.matcher(ifMatch)
                    .results()
                    .forEach(tag -> Version.ofEtag(tag.group()).ifPresent(versions::add));
        }
        return new Demand(versions);
    }

    public boolean allows(Version version) {
        return versions.isEmpty() || versions.contains(version);
    }

    /** The numbers of the versions, for a statement; none for any version. */
    public Integer[] numbers() {
        return versions.stream().map(Version::number).toArray(Integer[]::new);
    }
}
