package io.tenth.model;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The language model of this server, if its operator has set one up. It is asked in batches, each at most twice as long as one
 * request may take, and whatever goes wrong with it is an answer of its own: nobody has to catch anything.
 */
@Service
public class LanguageModel {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageModel.class);
    private static final int BATCH = 20;

    private final ModelSettings settings;
    private final @Nullable HttpCaller caller;
    private final @Nullable ModelLine line;
    private final MeterRegistry metrics;
    private final Clock clock;

    @Autowired
    LanguageModel(ModelSettings settings, DataSource database, MeterRegistry metrics, Clock clock) {
        this(settings, metrics, clock, settings.isComplete() ? line(settings, database, clock) : null);
    }

    LanguageModel(ModelSettings settings, MeterRegistry metrics, Clock clock, @Nullable ModelLine line) {
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        this.line = line;
        this.caller = settings.isComplete() ? new HttpCaller(settings, clock) : null;
        if (line != null) {
            metrics.gauge("tenth.model.resting", line, one -> one.rests() ? 1 : 0);
        }
    }

    /** What people can switch on; empty where the operator has set up no model. */
    public Optional<Offer> offer() {
        var name = settings.name();
        return name == null ? Optional.empty() : Optional.of(new Offer(settings.host(), name));
    }

    /** Names the model and what it is asked, so that answers can be told from those of another. */
    public String version() {
        return settings.name() + "@" + (settings.isComplete() ? settings.host() : "") + "/" + Prompt.VERSION;
    }

    /** Whether it is left alone for a while: nothing would be sent. */
    public boolean rests() {
        return line == null || line.rests();
    }

    /** What became of each question, in their order. Not to be called within a transaction: it waits for others. */
    public List<Answer> judge(List<Question> questions) {
        if (line == null || caller == null) {
            throw new IllegalStateException("there is no language model");
        }
        var end = clock.instant().plus(settings.answerWithin().multipliedBy(2));
        var answers = new ArrayList<Answer>(questions.size());
        for (var from = 0; from < questions.size(); from += BATCH) {
            var batch = questions.subList(from, Math.min(questions.size(), from + BATCH));
            answers.addAll(judged(batch, line, caller, end));
        }
        return answers;
    }

    /** How often it may be asked in a minute, by all nodes and people together. */
    public int requestsPerMinute() {
        return settings.requestsPerMinute();
    }

    /**
     * Has it answer as it goes along. It is asked again only while nothing has come, somebody waits, and the service asks for no
     * long pause. Not to be called within a transaction: it waits for others.
     */
    public void converse(Dialogue dialogue, Dialogue.Listener listener) throws ModelException {
        if (line == null || caller == null) {
            throw new IllegalStateException("there is no language model");
        }
        var service = caller;
        line.ask(
                left -> timed(() -> {
                    service.converse(
                            dialogue, least(left, settings.answerWithin().multipliedBy(2)), listener);
                    return true;
                }),
                ModelLine.Patience.of(dialogue));
    }

    private List<Answer> judged(List<Question> batch, ModelLine way, Caller service, Instant end) {
        var body = Prompt.of(batch, String.valueOf(settings.name()));
        try {
            if (!clock.instant().isBefore(end)) {
                throw ModelException.slow();
            }
            return way.ask(
                    left -> timed(() -> Reply.read(service.ask(body, least(left, settings.answerWithin())), batch)),
                    ModelLine.Patience.until(end));
        } catch (ModelException none) {
            LOG.warn("{} ({} passages)", none.getMessage(), batch.size());
            return batch.stream()
                    .<Answer>map(question -> new Answer.Missing(none.trouble()))
                    .toList();
        }
    }

    /** One request. */
    @FunctionalInterface
    private interface Request<T> {
        T send() throws ModelException;
    }

    private <T> T timed(Request<T> request) throws ModelException {
        var begun = System.nanoTime();
        var outcome = "answered";
        try {
            return request.send();
        } catch (ModelException failure) {
            outcome = failure.trouble().key();
            throw failure;
        } finally {
            metrics.timer("tenth.model.requests", "outcome", outcome)
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static ModelLine line(ModelSettings settings, DataSource database, Clock clock) {
        var allowance = new Allowance(settings.host(), settings.requestsPerMinute(), database);
        return new ModelLine(allowance::take, ModelLine::sleep, new SecureRandom(), clock);
    }
}
