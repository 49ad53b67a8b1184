package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dancu.linkage.Warning.Code;

class WarningTest {

    private static List<String> details(Code code) {
        return code == Code.FEW_MATCHES || code == Code.ALWAYS_BLOCKED || code == Code.SELDOM_AGREES
                ? List.of("first")
                : List.of("first", "second");
    }

    @ParameterizedTest
    @EnumSource
    void everyWarningIsToldInBothLanguagesWithAllItsDetails(Code code) {
        Warning warning = new Warning(code, details(code));

        assertThat(warning.vietnamese()).contains(details(code)).doesNotContain("%");
        assertThat(warning.english())
                .contains(details(code))
                .doesNotContain("%")
                .isNotEqualTo(warning.vietnamese());
    }

    @ParameterizedTest
    @EnumSource
    void aWarningIsKeptAsOneLine(Code code) {
        Warning warning = new Warning(code, details(code));

        assertThat(Warning.read(warning.write())).contains(warning);
        assertThat(warning.write()).doesNotContain("\n");
    }

    @Test
    void aLineOfAnotherVersionIsNoWarning() {
        assertThat(Warning.read("")).isEmpty();
        assertThat(Warning.read("FEW_MATCHES")).isEmpty();
        assertThat(Warning.read("FEW_MATCHES\t3\t4")).isEmpty();
        assertThat(Warning.read("only 3 matches to learn from")).isEmpty();
        assertThatThrownBy(() -> new Warning(Code.LEVELS_CROSS, List.of("one")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tabsAndLineEndsOfANameDoNotBreakTheLine() {
        Warning warning = new Warning(Code.SELDOM_AGREES, List.of("a\tname\nof two lines"));

        assertThat(Warning.read(warning.write()))
                .contains(new Warning(Code.SELDOM_AGREES, List.of("a name of two lines")));
    }
}
