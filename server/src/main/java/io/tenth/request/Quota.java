package io.tenth.request;

import java.util.regex.Pattern;

/**
 * How many requests of one kind one caller may make within any minute.
 *
 * @param most 0 where there is no limit
 */
public record Quota(int most) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,7})(/min)?");

    /** Reads {@code 100/min}, {@code 100} or {@code off}. */
    public static Quota of(String text) {
        if (text.strip().equalsIgnoreCase("off")) {
            return new Quota(0);
        }
        var number = FORM.matcher(text.strip());
        if (!number.matches() || Integer.parseInt(number.group(1)) == 0) {
            throw new IllegalArgumentException("a limit is a number of requests a minute, such as 100/min, or off");
        }
        return new Quota(Integer.parseInt(number.group(1)));
    }

    boolean isOff() {
        return most == 0;
    }
}
