package io.tenth.mail.gmail;

import io.tenth.mail.oauth.Answer;
import io.tenth.mail.oauth.Gathering;
import io.tenth.mail.oauth.GrantedCalls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * The answer to a {@link BatchRequest}, taken apart while it comes, so that of all the answers in it one at a time is held as it
 * came. They come in any order. What breaks off before its end has given what was in it so far.
 */
final class BatchAnswer<T> {

    private static final String ANSWER_TO = "response-";
    private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})(?: .*)?");
    private static final int GOOD = 200;
    private static final int PIECE = 8_192;

    /** What has not come by then is asked for again, which is less lost than all of it. */
    private static final Duration ENOUGH = Duration.ofSeconds(15);

    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_FIELDS = 100;

    private final Set<String> ids;
    private final long room;
    private final Reading<T> reading;
    private final Map<String, T> given = new HashMap<>();
    private String about = "";
    private long begin;

    /**
     * An answer that is still to come.
     *
     * @param ids of what was asked; answers about anything else are passed over
     * @param room when so many bytes have come, the rest is left
     */
    BatchAnswer(Set<String> ids, long room, Reading<T> reading) {
        this.ids = ids;
        this.room = room;
        this.reading = reading;
    }

    /** What is made of the answer about one thing. */
    @FunctionalInterface
    interface Reading<T> {
        T of(String id, Answer answer);
    }

    /** What was made of the answers. */
    Map<String, T> given() {
        return Map.copyOf(given);
    }

    /** Reads it; empty where it, or one answer in it, says that the access token is not taken. */
    Optional<Answer> read(HttpResponse<InputStream> response) throws IOException {
        given.clear();
        begin = System.nanoTime();
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() != GOOD || !type.startsWith("multipart/")) {
            return Optional.of(Answer.of(response, Gathering.LIGHT))
                    .filter(answer -> answer.status() != GrantedCalls.NOT_TAKEN);
        }
        var good = Optional.of(new Answer(GOOD, new byte[0], true, Optional.empty()));
        try {
            return read(type, response.body()) ? good : Optional.empty();
        } catch (MimeException | IOException brokenOff) {
            if (given.isEmpty()) {
                throw new IOException("no answer could be read", brokenOff);
            }
            return good;
        }
    }

    private boolean read(String type, InputStream body) throws IOException, MimeException {
        var parts = tokens();
        parts.parseHeadless(body, type);
        var bytes = 0L;
        do {
            var answer = answerAt(parts);
            if (answer.isPresent() && answer.get().status() == GrantedCalls.NOT_TAKEN) {
                return false;
            }
            if (answer.isPresent()) {
                bytes += answer.get().complete() ? answer.get().body().length : 0;
                given.put(about, reading.of(about, answer.get()));
            }
        } while (bytes < room && hasTime() && parts.next() != EntityState.T_END_OF_STREAM);
        return true;
    }

    /** The answer that begins here, about something that was asked. */
    private Optional<Answer> answerAt(MimeTokenStream parts) throws IOException, MimeException {
        if (parts.getState() == EntityState.T_START_BODYPART) {
            about = "";
        } else if (isField(parts, "Content-ID")) {
            about = idIn(parts.getField().getBody());
        }
        return parts.getState() == EntityState.T_BODY && ids.contains(about)
                ? Optional.of(answer(parts.getInputStream()))
                : Optional.empty();
    }

    private Answer answer(InputStream in) throws IOException, MimeException {
        var status = STATUS.matcher(line(in));
        if (!status.matches()) {
            throw new IOException("an answer without a status");
        }
        var entity = tokens();
        entity.parse(in);
        var pause = Optional.<String>empty();
        while (entity.getState() != EntityState.T_BODY && entity.getState() != EntityState.T_END_OF_STREAM) {
            if (isField(entity, "Retry-After")) {
                pause = Optional.of(entity.getField().getBody().strip());
            }
            entity.next();
        }
        var body = entity.getState() == EntityState.T_BODY ? entity.getInputStream() : InputStream.nullInputStream();
        return new Answer(
                Integer.parseInt(status.group(1)), body.readNBytes(Gathering.LIGHT), isOver(body), Answer.pause(pause));
    }

    /** Whether nothing more comes; else it is passed over, as far as there is time. */
    private boolean isOver(InputStream body) throws IOException {
        if (body.read() < 0) {
            return true;
        }
        var passed = new byte[PIECE];
        var comes = true;
        while (comes && hasTime()) {
            comes = body.read(passed) >= 0;
        }
        return false;
    }

    private boolean hasTime() {
        return given.isEmpty() || System.nanoTime() - begin < ENOUGH.toNanos();
    }

    private static boolean isField(MimeTokenStream entity, String name) {
        return entity.getState() == EntityState.T_FIELD
                && entity.getField().getName().equalsIgnoreCase(name);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0 && next != '\n' && line.size() < LONGEST_LINE; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    private static String idIn(String field) {
        var id = field.strip().replaceAll("^<|>$", "");
        return id.startsWith(ANSWER_TO) ? id.substring(ANSWER_TO.length()) : "";
    }

    private static MimeTokenStream tokens() {
        var tokens = new MimeTokenStream(new MimeConfig.Builder()
                .setMaxLineLen(LONGEST_LINE)
                .setMaxHeaderCount(MOST_FIELDS)
                .build());
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        return tokens;
    }
}
