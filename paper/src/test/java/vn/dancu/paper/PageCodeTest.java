package vn.dancu.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.dancu.paper.PageCode.Kind;
import vn.dancu.paper.PageCode.Reading;
import vn.dancu.paper.PageCode.Why;

class PageCodeTest {
    private static final PageCode PAGE = new PageCode(Kind.BLANK, "HG0001365", "DC01/41-2019", 1, 1);

    @Test
    void whatIsWrittenIsRead() {
        for (Kind kind : Kind.values()) {
            for (String version : new String[] {"DC01/41-2019", ""}) {
                if (version.isEmpty() && (kind == Kind.BLANK || kind == Kind.FILLED)) {
                    continue;
                }
                PageCode code = new PageCode(kind, "HG-0001/365.A", version, 2, 12);

                assertThat(PageCode.read(code.text())).isEqualTo(new Reading.Read(code));
            }
        }
        assertThat(PageCode.readBar(PAGE.bar())).isEqualTo(new Reading.Number("HG0001365", 1, false));
        assertThat(PageCode.readBar(new PageCode(Kind.COVER, "L7", "", 1, 50).bar()))
                .isEqualTo(new Reading.Number("L7", 0, true));
    }

    @Test
    void theTextStaysWithinTheCompactModeOfQrCodes() {
        assertThat(PAGE.text()).matches("DANCU1:B:HG0001365:DC01/41-2019:1-1:[0-9A-Z]{6}");
        assertThat(PAGE.bar()).matches("HG0001365\\+1[0-9A-Z]{4}");
    }

    @Test
    void oneCharacterMisreadIsAlwaysNoticed() {
        String text = PAGE.text();
        String bar = PAGE.bar();
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:/-.+";
        for (char other : alphabet.toCharArray()) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) != other) {
                    String misread = text.substring(0, i) + other + text.substring(i + 1);
                    assertThat(PageCode.read(misread).found()).as(misread).isEmpty();
                }
            }
            for (int i = 0; i < bar.length(); i++) {
                if (bar.charAt(i) != other) {
                    String misread = bar.substring(0, i) + other + bar.substring(i + 1);
                    assertThat(PageCode.readBar(misread)).as(misread).isNotInstanceOf(Reading.Number.class);
                }
            }
        }
    }

    @Test
    void whatIsNotOursIsForeignAndNeverAnError() {
        SplittableRandom random = new SplittableRandom(7);
        assertThat(PageCode.read("https://example.org/?q=1")).isEqualTo(new Reading.Foreign());
        assertThat(PageCode.read("001099000001|079000001|NGUYỄN VĂN A|01011999|Nam|…"))
                .as("the QR code of a citizen's card")
                .isEqualTo(new Reading.Foreign());
        assertThat(PageCode.read("")).isEqualTo(new Reading.Foreign());
        assertThat(PageCode.readBar("8934563138165")).isEqualTo(new Reading.Foreign());
        for (int i = 0; i < 2000; i++) {
            StringBuilder noise = new StringBuilder(i % 3 == 0 ? "DANCU1:B:" : "");
            for (int j = random.nextInt(60); j > 0; j--) {
                noise.append((char) random.nextInt(1, 0x2000));
            }
            assertThat(PageCode.read(noise.toString()).found()).isEmpty();
            assertThat(PageCode.readBar(noise.toString())).isNotInstanceOf(Reading.Number.class);
        }
    }

    @Test
    void aCodeThatLooksLikeOursIsRefusedWithItsReason() {
        String text = PAGE.text();
        String otherForm = text.replace("HG0001365", "HG0001366");

        assertThat(PageCode.read(otherForm)).isEqualTo(new Reading.Refused(Why.WRONG_CHECK_VALUE));
        assertThat(PageCode.read(text.replace("DANCU1", "DANCU2"))).isEqualTo(new Reading.Refused(Why.UNKNOWN_KIND));
        assertThat(PageCode.read("DANCU1:B:x")).isEqualTo(new Reading.Refused(Why.MALFORMED));
        assertThat(PageCode.readBar(PAGE.bar().replace("365", "366")))
                .isEqualTo(new Reading.Refused(Why.WRONG_CHECK_VALUE));
    }

    @Test
    void aReaderAtTheDeskTypesTheNumberWhateverItScans() {
        assertThat(PageCode.numberIn(PAGE.text() + "\n")).isEqualTo("HG0001365");
        assertThat(PageCode.numberIn(PAGE.bar())).isEqualTo("HG0001365");
        assertThat(PageCode.numberIn(" HG0001365 ")).isEqualTo("HG0001365");
    }

    @Test
    void aNumberThatACodeCannotHoldIsRefused() {
        assertThat(PageCode.isNumber("P000100001")).isTrue();
        for (String number : new String[] {"", "hg1", "HG 1", "HG:1", "HG+1", "-1", "Đ1", "A".repeat(25)}) {
            assertThat(PageCode.isNumber(number)).as(number).isFalse();
            assertThatThrownBy(() -> new PageCode(Kind.LABEL, number, "", 1, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new PageCode(Kind.BLANK, "HG1", "", 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageCode(Kind.BLANK, "HG1", "DC01/41-2019", 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNumberIsNotToldInLogs() {
        assertThat(PAGE.toString()).isEqualTo("PageCode[BLANK DC01/41-2019 1/1]");
        assertThat(new Reading.Read(PAGE).toString()).doesNotContain("HG0001365");
    }
}
