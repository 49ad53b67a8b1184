package vn.dancu.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.dancu.shared.Severity;
import vn.dancu.shared.Texts;

class RuleCatalogueTest {
    @Test
    void theCatalogueHoldsAtLeastSixtyRules() {
        assertThat(RuleCatalogue.all()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void everyRuleHasTextRemedyAndSourceInBothLanguages() {
        for (Locale locale : new Locale[] {Texts.VIETNAMESE, Locale.ENGLISH}) {
            for (Rule rule : RuleCatalogue.all()) {
                assertThat(Texts.of(locale).find("finding." + rule.code())).isPresent();
                assertThat(Texts.of(locale).find("remedy." + rule.code())).isPresent();
                assertThat(Texts.of(locale).find("rule-source." + rule.source()))
                        .isPresent();
            }
        }
    }

    @Test
    void onlyAFormReadAloneBlocksAndHouseholdsAskForAnExplanation() {
        for (Rule rule : RuleCatalogue.all()) {
            if (rule.severity() == Severity.BLOCKING) {
                assertThat(rule.reach()).as(rule.code()).isEqualTo(Rule.Reach.FORM);
            }
            if (rule.reach() == Rule.Reach.HOUSEHOLD) {
                assertThat(rule.severity()).as(rule.code()).isEqualTo(Severity.EXPLAIN);
            }
            if (rule.reach() == Rule.Reach.FORM) {
                assertThat(rule.severity()).as(rule.code()).isNotEqualTo(Severity.EXPLAIN);
            }
        }
    }

    @Test
    void theDocumentOfCodesIsWhatTheCatalogueSays() throws IOException {
        Path page = Path.of("docs/codes.md");
        if (!Files.isDirectory(Path.of("docs"))) {
            page = Path.of("../docs/codes.md");
        }
        if (Boolean.getBoolean("dancu.codes.write")) {
            Files.writeString(page, RuleCatalogue.markdown());
        }

        assertThat(page)
                .as("docs/codes.md is generated: run this test with -Ddancu.codes.write=true")
                .hasContent(RuleCatalogue.markdown());
    }
}
