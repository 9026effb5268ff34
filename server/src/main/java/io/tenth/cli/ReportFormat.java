package io.tenth.cli;

/** The formats of a scan's report. */
enum ReportFormat {
    TABLE,
    CSV,
    JSON,
    JSONL;

    Report to(Report.Destination destination) {
        return switch (this) {
            case TABLE -> new TableReport(destination);
            case CSV -> new CsvReport(destination);
            case JSON -> new JsonReport(destination);
            case JSONL -> new JsonLinesReport(destination);
        };
    }
}
