package io.tenth.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The firm of the demo as its files describe it: people, clients, tasks, entries, and the mail that one of them sent. */
record SampleFirm(
        String firm,
        String zone,
        LocalDate today,
        List<Person> people,
        List<Client> clients,
        List<Task> tasks,
        List<Entry> entries) {

    record Person(String email, String fullName, String role, String title, BigDecimal rate) {}

    record Client(String name, String code, List<Matter> matters) {}

    record Matter(String name, String number, List<String> aliases) {}

    record Task(
            String owner,
            String title,
            String description,
            String status,
            String priority,
            @Nullable String dueDay,
            List<String> tags,
            @Nullable BigDecimal estimatedHours,
            @Nullable String completedDay) {}

    record Entry(
            String owner,
            @Nullable String task,
            @Nullable String matter,
            String day,
            String start,
            int minutes,
            String description,
            String type,
            boolean billable) {}

    static SampleFirm read() {
        try (var file = resource("firm.json")) {
            return JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build()
                    .readValue(file, SampleFirm.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample is part of the program", e);
        }
    }

    /** The mailbox with its dates moved. */
    static byte[] mailbox(SampleCalendar calendar) {
        try (var file = resource("sent.mbox")) {
            return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(calendar::line)
                    .collect(Collectors.joining("\n", "", "\n"))
                    .getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("the sample is part of the program", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var stream = SampleFirm.class.getResourceAsStream("/sample/" + name);
        if (stream == null) {
            throw new IOException("/sample/" + name + " is missing");
        }
        return stream;
    }
}
