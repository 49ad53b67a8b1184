package vn.dancu.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.reconciliation.Decide;
import vn.dancu.reconciliation.Evidence;
import vn.dancu.reconciliation.Source;
import vn.dancu.shared.FormId;
import vn.dancu.shared.Texts;

/**
 * What an officer typed about one field at the desk; shown again when it is refused, so that nothing is lost. Property names
 * are those of the page's fields.
 *
 * @param why a word of {@link #REASONS}, or empty
 * @param seen key of the latest decision that her page showed
 */
public record TypedDecision(
        int version,
        String field,
        String source,
        @Nullable String value,
        @Nullable String why,
        @Nullable String reason,
        @Nullable String evidence,
        @Nullable String evidenceNo,
        @Nullable String issuer,
        @Nullable String issuedOn,
        @Nullable Long seen) {
    /** The short list, {@code web.desk.why.<word>}. */
    static final List<String> REASONS = List.of(
            "sources-agree",
            "paper-seen",
            "citizen-confirmed",
            "known-here",
            "form-slip",
            "book-slip",
            "book-outdated",
            "archive-older");

    /** {@code web.desk.paper.<word>}. */
    static final List<String> PAPERS = List.of(
            "birth-certificate",
            "household-book",
            "old-id",
            "id-card",
            "passport",
            "marriage-certificate",
            "civil-status-decision",
            "school-record",
            "other-paper");

    /** Characters; the page says so too. */
    static final int LONGEST_REASON = 2_000;

    static final int LONGEST = 200;

    private static String said(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Key of the sentence that says what is wrong with the typing itself, or null. */
    @Nullable
    String complaint(LocalDate today) {
        if (said(reason).length() > LONGEST_REASON) {
            return "web.desk.too-long";
        }
        if (said(value).length() > LONGEST
                || said(evidenceNo).length() > LONGEST
                || said(issuer).length() > LONGEST) {
            return "web.desk.too-long-field";
        }
        if (!said(why).isEmpty() && !REASONS.contains(said(why))) {
            return "web.desk.no-such-word";
        }
        if (source.equals(Source.PAPERS.code())) {
            return complaintOfPaper(today);
        }
        return null;
    }

    private @Nullable String complaintOfPaper(LocalDate today) {
        if (said(value).isEmpty()) {
            return "web.desk.no-value";
        }
        if (!PAPERS.contains(said(evidence))) {
            return "web.desk.no-paper";
        }
        if (said(issuedOn).isEmpty()) {
            return null;
        }
        LocalDate day = day();
        return day == null || day.isAfter(today) || day.getYear() < 1900 ? "web.desk.no-day" : null;
    }

    private @Nullable LocalDate day() {
        return TypedDay.of(said(issuedOn)).orElse(null);
    }

    /** The word of the list and what was written beside it, in the language of the record. */
    String reasonInWords() {
        String word = said(why).isEmpty() ? "" : Texts.of(Texts.VIETNAMESE).get("web.desk.why." + said(why));
        if (word.isEmpty() || said(reason).isEmpty()) {
            return word + said(reason);
        }
        return word + ": " + said(reason);
    }

    /** @throws NoSuchPageException for a source that there is none of */
    Decide decide(FormId form) {
        Source chosen = Source.byCode(source).orElseThrow(NoSuchPageException::new);
        boolean byPaper = chosen == Source.PAPERS;
        boolean hasPaper = !said(evidence).isEmpty();
        return new Decide(
                form,
                version,
                field,
                chosen,
                byPaper && !said(value).isEmpty() ? said(value) : null,
                reasonInWords(),
                hasPaper ? new Evidence(said(evidence), orNull(evidenceNo), orNull(issuer), day()) : null,
                seen == null ? 0 : seen);
    }

    private static @Nullable String orNull(@Nullable String text) {
        String said = said(text);
        return said.isEmpty() ? null : said;
    }

    /** What was typed may name a person. */
    @Override
    public String toString() {
        return "TypedDecision[" + version + ", " + field + ", " + source + "]";
    }
}
