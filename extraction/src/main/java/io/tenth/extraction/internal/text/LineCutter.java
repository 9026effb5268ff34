package io.tenth.extraction.internal.text;

/** Cuts the lines of a text that its author did not write, and closes the gap with a blank line. */
final class LineCutter {

    private final OwnText source;
    private final Lines lines;
    private final LineMarks marks;
    private final StringBuilder kept = new StringBuilder();
    private final SourceMap map = new SourceMap();
    private int keepFrom;

    private LineCutter(OwnText source) {
        this.source = source;
        this.lines = new Lines(source.text());
        this.marks = new LineMarks(source.text(), lines);
    }

    static OwnText cut(OwnText source) {
        return new LineCutter(source).run();
    }

    private OwnText run() {
        for (int line = 0; line < lines.size(); ) {
            int next = line + marks.foreignLines(line);
            if (next > line) {
                keep(lines.start(line));
                keepFrom = lines.start(next);
            }
            line = Math.max(next, line + 1);
        }
        if (keepFrom == 0) {
            return source;
        }
        keep(source.text().length());
        return new OwnText(source.body(), kept.toString(), map);
    }

    private void keep(int end) {
        if (keepFrom >= end) {
            return;
        }
        if (!kept.isEmpty()) {
            kept.append('\n');
            int place = source.map().toBody(keepFrom, keepFrom).start();
            map.add(1, place, place);
        }
        kept.append(source.text(), keepFrom, end);
        map.addPart(source.map(), keepFrom, end);
    }
}
