package io.tenth.extraction.internal.text;

import java.util.BitSet;

/** Cuts the lines of a text that its author did not write, and closes each gap with a line break. */
final class LineCutter {

    private final OwnText source;
    private final Lines lines;
    private final SourceMap map = new SourceMap();

    private LineCutter(OwnText source) {
        this.source = source;
        this.lines = new Lines(source.text());
    }

    static OwnText cut(OwnText source) {
        return new LineCutter(source).run();
    }

    private OwnText run() {
        var foreign = new ForeignLines(lines);
        BitSet cut = foreign.find();
        if (cut.isEmpty()) {
            return source;
        }
        int border = cut.nextSetBit(0);
        if (cut.nextClearBit(border) >= lines.size()) {
            return beginning(foreign.ownUntil(border));
        }
        var kept = new StringBuilder();
        for (int line = 0; line < lines.size(); ) {
            int next = cut.nextSetBit(line);
            next = next < 0 ? lines.size() : next;
            keep(lines.start(line), foreign.ownUntil(next), kept);
            line = cut.nextClearBit(next);
        }
        return new OwnText(source.body(), kept.toString(), map);
    }

    /** Most mail: what its author wrote stands above all that is cut. */
    private OwnText beginning(int end) {
        map.addPart(source.map(), 0, end);
        return new OwnText(source.body(), source.text().substring(0, end), map);
    }

    private void keep(int from, int end, StringBuilder kept) {
        if (from >= end) {
            return;
        }
        if (!kept.isEmpty()) {
            kept.append('\n');
            int place = source.map().toBody(from, from).start();
            map.add(1, place, place);
        }
        kept.append(source.text(), from, end);
        map.addPart(source.map(), from, end);
    }
}
