package vn.dancu.quality.domain;

import java.util.List;
import java.util.Locale;
import vn.dancu.shared.Texts;

/** All check rules, and the document that lists them. */
public final class RuleCatalogue {
    private RuleCatalogue() {}

    public static List<Rule> all() {
        return List.of(Rule.values());
    }

    /** {@code docs/codes.md}: one row a rule, both languages. */
    public static String markdown() {
        Texts vietnamese = Texts.of(Texts.VIETNAMESE);
        Texts english = Texts.of(Locale.ENGLISH);
        StringBuilder page = new StringBuilder("""
                # Codes of findings

                Generated from `vn.dancu.quality.domain.Rule`; after a change run the test `RuleCatalogueTest` with \
                `-Ddancu.codes.write=true`. BLOCKING keeps a form where it is until it is corrected; EXPLAIN asks an officer \
                for a written reason; NOTE is for information.
                """);
        Rule.Reach reach = null;
        for (Rule rule : all()) {
            if (rule.reach() != reach) {
                reach = rule.reach();
                page.append("\n## ")
                        .append(capital(english.get("rule-reach." + reach)))
                        .append(" (")
                        .append(vietnamese.get("rule-reach." + reach))
                        .append(")\n\n| code | severity | says | remedy | source |\n|---|---|---|---|---|\n");
            }
            page.append("| `")
                    .append(rule.code())
                    .append("` | ")
                    .append(rule.severity())
                    .append(" | ")
                    .append(both(vietnamese, english, "finding." + rule.code()))
                    .append(" | ")
                    .append(both(vietnamese, english, "remedy." + rule.code()))
                    .append(" | ")
                    .append(english.get("rule-source." + rule.source()))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String both(Texts vietnamese, Texts english, String key) {
        return vietnamese.get(key) + "<br>" + english.get(key);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
