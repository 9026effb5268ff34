package io.tenth.assistant.talk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The client or matter that a request in plain English names: for whom or on what the work was, who was billed, or whose time it is.
 * Words for days, for kinds of work and for people in general name none.
 *
 * @param words that name it
 * @param others whether another one is named right after it
 */
record ClientWords(String words, boolean others) {

    private static final String NAME = "(?:the |my |our )?(?:client |customer |matter )?(?:called |named )?(.+?)";
    private static final String CAPITAL = "\\p{Lu}[\\p{L}\\d.&-]*";

    /** What follows a name: words that belong to the sentence, or a mark; an abbreviation's full stop does not end it. */
    private static final String END =
            "(?=,? (?:in|on|at|by|for|with|to|since|from|during|over|per|until|through|between|of more|longer"
                    + "|last|this|past|next|previous|today|yesterday|so far|already|yet|altogether|please|and|or|but|that|which|when"
                    + "|while|did|have|has|had|was|were|is|are"
                    + "|january|february|march|april|may|june|july|august|september|october|november|december"
                    + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b"
                    + "|(?<!\\b(?:st|dr|mr|mrs|ms|no|vs?))\\.(?: |$)|[?!,;:]|$)";

    /** With a capital only because a sentence begins with them, or a title. */
    private static final String NO_NAME =
            "(?!(?:Summari[sz]e|Summary|Show|Give|Tell|List|Sum|Add|Please|What|Which|How|Did|Do|Was|Were|Is|Are|Has|Have|And|Of|For|The"
                    + "|My|Our|All|Total|Billable|Unbilled|Open|I)\\b)";

    private static final String TIME = "(?:hours?|time|work|minutes)";
    private static final String OF_TIME =
            "(?:(?:billable|unbilled|billed|open|total|approved|proposed) )?(?:hours|time|work|totals?|summary|bill|calls?|meetings?)\\b";

    private static final Pattern BILLED =
            any("\\b(?:bill(?:ed|ing)?|charg(?:e|ed|ing)|invoic(?:e|ed|ing)) (?:out )?(?:to |for )?" + NAME + END);
    private static final Pattern FOR = any("\\bfor " + NAME + END);
    private static final Pattern CLIENT = any(
            "(?<!\\b(?:by|per|each|every|any|which|what|by the) )\\b(?:client|customer|matter) (?:called |named )?(.+?)"
                    + END);
    private static final Pattern WAS_BILLED =
            any("\\b(?:was|were|is|are|has|have|had) " + NAME + " (?:been )?(?:billed|charged|invoiced)\\b");
    private static final Pattern WHOSE = Pattern.compile("\\b((?:" + NO_NAME + CAPITAL
            + "(?: &| and| of| de| von| van)? ){0,5}[\\p{L}\\d][\\p{L}\\d.&-]*)['’]s? " + OF_TIME);
    private static final Pattern TO =
            any("\\b(?:" + TIME + "|billed|charged|invoiced|e?-?mails?|messages) to " + NAME + END);
    private static final Pattern WITH = any("\\b(?:with|at) " + NAME + END);
    private static final Pattern ON = any("\\bon " + NAME + END);
    private static final Pattern OF = any("\\b(?:hours|time|work|totals?|summary) of " + NAME + END);
    private static final Pattern HOW_MUCH = any("\\bhow (?:many|much) ((?:\\S+ ){0,3}?\\S+) " + TIME + "\\b");
    private static final Pattern BEFORE_TIME =
            Pattern.compile("\\b(" + NO_NAME + CAPITAL + "(?: (?:& )?" + CAPITAL + "){0,5}) " + OF_TIME);

    private static final List<Pattern> OF_SCANS = List.of(FOR, CLIENT, WHOSE, TO);
    private static final List<Pattern> OF_SUMS =
            List.of(BILLED, FOR, CLIENT, WAS_BILLED, WHOSE, TO, WITH, ON, OF, HOW_MUCH, BEFORE_TIME);

    /** Another client after one; not the rest of a firm's name, nor a sentence that goes on. */
    private static final Pattern AND_OTHERS = Pattern.compile(",? (?:and|or) (?:for |on |with )?" + NO_NAME
            + "(?!(?:Sons?|Daughters?|Brothers|Partners|Company|Co|Associates|Family)\\b)\\p{Lu}.*");

    /** What begins with one of these is no name. */
    private static final Set<String> BEGINS_NO_NAME =
            words("in on at by for with of to per since from during over until between last past this next previous"
                    + " how what which who whom when where why i we you did do does have has had was were is are been be"
                    + " not more most less least fewer so up out");

    /** What has no other words than these, and numbers, is no name. */
    private static final Set<String> NAMES_NOBODY =
            words("a an the my our your all any both each every everything everyone everybody anything anyone"
                    + " anybody something someone somebody nothing nobody else other others me us it them they him her"
                    + " he she that these those there here myself yes sure once home court moment night now today"
                    + " yesterday week month year day days weeks months monday tuesday wednesday thursday friday"
                    + " saturday sunday date hour hours time times minute minutes work worked working job total totals"
                    + " much many billable non-billable unbilled billed bill bills invoice invoices charge open pending"
                    + " approved proposed rejected forgotten missed missing new sent free review reviews approval call"
                    + " calls meeting meetings research drafting travel travelling mail mails email emails e-mail"
                    + " e-mails message messages mailbox inbox client clients customer customers matter matters case"
                    + " cases people anymore what who let and or of in to");

    /** The one that a request for sums names. */
    static Optional<ClientWords> ofSum(String request, LocalDate today) {
        return in(request, OF_SUMS, today);
    }

    /** The one that a request for a scan names. */
    static Optional<ClientWords> ofScan(String request, LocalDate today) {
        return in(request, OF_SCANS, today);
    }

    private static Optional<ClientWords> in(String request, List<Pattern> ways, LocalDate today) {
        return ways.stream()
                .flatMap(way -> way.matcher(request).results())
                .filter(found -> isName(words(found), today))
                .map(found -> new ClientWords(words(found), hasOthersAfter(found, request)))
                .findFirst();
    }

    private static String words(MatchResult found) {
        return found.group(1)
                .replaceAll("[\"“”]", "")
                .replaceAll("(?i)['’]s?(?: (?:file|account|matter|case|" + OF_TIME + ").*)?$", "")
                .replaceAll("(?i) (?:client|customer|matter|account|file|case)$", "")
                .strip();
    }

    private static boolean isName(String words, LocalDate today) {
        var lower = words.toLowerCase(Locale.ROOT);
        var each = lower.split(" ", -1);
        return !lower.isBlank()
                && Period.in(lower, today).isEmpty()
                && !BEGINS_NO_NAME.contains(each[0])
                && !Stream.of(each)
                        .allMatch(word -> NAMES_NOBODY.contains(word) || word.matches("[\\d.:/-]+(?:st|nd|rd|th)?"));
    }

    private static boolean hasOthersAfter(MatchResult found, String request) {
        return AND_OTHERS.matcher(request.substring(found.end(1))).lookingAt();
    }

    private static Set<String> words(String all) {
        return Set.copyOf(List.of(all.split(" ")));
    }

    private static Pattern any(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
