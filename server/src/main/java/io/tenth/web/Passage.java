package io.tenth.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a text of the contract, which is Markdown of which it uses this much: what stands between backticks is code. A page
 * shows each piece as text, so that nothing in it becomes markup.
 */
record Passage(String text, boolean code) {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The pieces of a text, in their order; none of an empty one. A backtick without its like stays as it is. */
    static List<Passage> of(String text) {
        var passages = new ArrayList<Passage>();
        var end = 0;
        for (var code = CODE.matcher(text); code.find(); end = code.end()) {
            add(text.substring(end, code.start()), passages);
            passages.add(new Passage(code.group(1), true));
        }
        add(text.substring(end), passages);
        return passages;
    }

    private static void add(String plain, List<Passage> passages) {
        if (!plain.isEmpty()) {
            passages.add(new Passage(plain, false));
        }
    }
}
