package io.tenth.capture;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From when to when somebody says to have worked. It is taken out of a sentence only where it comes to exactly the time that was
 * found in it.
 */
record SaidHours(LocalDateTime from, LocalDateTime to) {

    private static final String TIME = "(\\d{1,2})(?:[:.h](\\d\\d))?\\h?(am|pm|a\\.m\\.|p\\.m\\.)?";
    private static final Pattern RANGE = Pattern.compile("(?i)(?<![\\d:.])" + TIME
            + "\\h*(?:-|–|—|to|until|till|bis|à|a|às|hasta|alle|tot)\\h*" + TIME + "(?![\\d:])");
    private static final int HALF_DAY = 12;

    static Optional<SaidHours> in(String sentence, LocalDate day, int minutes) {
        return RANGE.matcher(sentence)
                .results()
                .flatMap(found -> read(found, day).stream())
                .filter(hours -> hours.from().plusMinutes(minutes).equals(hours.to()))
                .findFirst();
    }

    boolean overlaps(LocalDateTime otherFrom, LocalDateTime otherTo) {
        return from.isBefore(otherTo) && otherFrom.isBefore(to);
    }

    private static Optional<SaidHours> read(MatchResult found, LocalDate day) {
        var half = found.group(6);
        var from = time(found.group(1), found.group(2), found.group(3) == null ? half : found.group(3));
        var to = time(found.group(4), found.group(5), half);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        var start = day.atTime(from.get());
        var end = day.atTime(to.get());
        return Optional.of(new SaidHours(start, end.isAfter(start) ? end : end.plusDays(1)));
    }

    private static Optional<LocalTime> time(String hour, @Nullable String minute, @Nullable String half) {
        var hours = Integer.parseInt(hour);
        var minutes = minute == null ? 0 : Integer.parseInt(minute);
        if (half != null) {
            hours = hours % HALF_DAY + (half.toLowerCase(Locale.ROOT).startsWith("p") ? HALF_DAY : 0);
        }
        return hours < 24 && minutes < 60 ? Optional.of(LocalTime.of(hours, minutes)) : Optional.empty();
    }
}
