package vn.dancu.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.civil.date.PartialDate;

class LevelsTest {

    @ParameterizedTest
    @CsvSource({
        "012345678901, 012345678901, 1",
        "012345678901, 012345678902, 2",
        "012345678901, 012345687901, 2",
        "012345678901, 012345698701, 3",
        "012345678901, 912345678902, 3",
        "012345678, 12345678, 3"
    })
    void numbersAreEqualOrOneSlipApartOrOther(String a, String b, int level) {
        assertThat(Numbers.level(Numbers.pack(a), Numbers.pack(b))).isEqualTo(level);
        assertThat(Numbers.level(Numbers.pack(b), Numbers.pack(a))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "05/04/1988, 1988-04-05, 1",
        "04/1988, 05/04/1988, 2",
        "1988, 05/04/1988, 3",
        "01/01/1988, 05/04/1988, 3",
        "1988, 1988, 4",
        "05/04/1988, 04/05/1988, 5",
        "05/04/1988, 06/04/1988, 6",
        "05/04/1988, 05/04/1989, 6",
        "05/04/1988, 27/11/1988, 7",
        "05/04/1988, 05/04/1999, 8",
        "01/01/1988, 01/01/1999, 10",
        "1988, 1990, 9",
        "1988, 2005, 10"
    })
    void datesAreComparedByWhatIsKnownOfThem(String a, String b, int level) {
        assertThat(Dates.level(date(a), date(b))).isEqualTo(level);
        assertThat(Dates.level(date(b), date(a))).isEqualTo(level);
    }

    private static int date(String written) {
        PartialDate date = PartialDate.read(written).date();
        return date == null ? 0 : Dates.pack(date.year(), date.month(), date.day());
    }

    @ParameterizedTest
    @CsvSource({
        "Trần Văn Hòa, TRẦN VĂN HOÀ, same, same, same",
        "Trần Văn Hùng, Tran Van Hung, 'same, one name without marks', 'same, one name without marks', 'same, one name without marks'",
        "Trần Văn Dũng, Trần Văn Dụng, same, same, one tone",
        "Trần Văn Hùng, Trần Văn Hưng, same, same, same without marks",
        "Trần Văn Quý, Trần Văn Quí, same, same, i/y or d/đ",
        "Nguyễn Thị Thu Hà, Nguyễn Thu Hà, same, shortened, same",
        "Nguyễn Văn Nam, Nguyễn Nam, same, left out on one side, same",
        "Giàng Seo Pùa, Giàng Mí Pùa, same, changed second name, same",
        "Phàn Văn Minh, Bàn Văn Minh, other form of one surname, same, same",
        "Lê Thị Thương, Lê Thị Thươngg, same, same, similar",
        "Lê Minh Anh, Lê Anh Minh, same, cannot tell, swapped with the middle name",
        "Lê Minh Anh, Lê Minh Tuấn, same, same, different",
        "Pùa, Giàng Pùa, cannot tell, none on both, same"
    })
    void namesAreComparedPartByPart(String a, String b, String surname, String middle, String given) {
        assertThat(levels(a, b)).containsExactly(surname, middle, given);
        assertThat(levels(b, a)).containsExactly(surname, middle, given);
    }

    private static String[] levels(String a, String b) {
        Records left = Records.builder(Model.personVi(), 1).add("l", row(a)).build();
        Records right = Records.builder(Model.personVi(), 1).add("r", row(b)).build();
        Waterfall waterfall = new Linker(Model.personVi(), LinkOptions.defaults())
                .explain(new Parameters(Model.personVi()), left, 0, right, 0);
        return new String[] {
            level(waterfall, "surname"), level(waterfall, "middle_name"), level(waterfall, "given_name")
        };
    }

    private static String level(Waterfall waterfall, String comparison) {
        return waterfall.steps().stream()
                .filter(step -> step.comparison().equals(comparison))
                .findFirst()
                .orElseThrow()
                .level();
    }

    private static String[] row(String name) {
        String[] row = new String[InventedCity.COLUMNS];
        row[0] = name;
        return row;
    }

    @Test
    void dotsThatCanOnlyGroupThousandsAreLeftAside() {
        assertThat(quantity("1.500.000")).isEqualTo(1_500_000);
        assertThat(quantity("1.500.000,5")).isEqualTo(1_500_000.5f);
        assertThat(quantity("-2.000.000 đ")).isEqualTo(-2_000_000);
        assertThat(quantity("1,500,000.5")).isEqualTo(1_500_000.5f);
        assertThat(quantity("1.500")).as("one dot may stand before decimals").isEqualTo(1.5f);
        assertThat(Reading.quantity("1.2.3")).as("no number at all").isZero();
    }

    private static float quantity(String written) {
        return Float.intBitsToFloat(Reading.quantity(written));
    }

    @Test
    void nothingIsToldOfWhatIsNotWritten() {
        String[] blank = new String[InventedCity.COLUMNS];
        Records left = Records.builder(Model.personVi(), 1)
                .add("l", row("Lê Minh Anh"))
                .build();
        Records right = Records.builder(Model.personVi(), 1).add("r", blank).build();

        Waterfall waterfall = new Linker(Model.personVi(), LinkOptions.defaults())
                .explain(new Parameters(Model.personVi()), left, 0, right, 0);

        assertThat(waterfall.steps().subList(1, waterfall.steps().size() - 1))
                .allMatch(step -> step.total() == 0 && step.level().equals("cannot tell"));
    }

    @Test
    void theWeightOfALevelIsTheLogarithmOfItsTwoProbabilities() {
        Parameters parameters = new Parameters(Model.personVi());
        int sex = 5;

        // m .996, u .5: log2(.996 / .5) = .99422
        assertThat(parameters.weight(sex, 1)).isEqualTo(Math.log(.996 / .5) / Math.log(2));
        // m .004, u .5: log2(.004 / .5) = -6.96578
        assertThat(parameters.weight(sex, 2)).isEqualTo(Math.log(.004 / .5) / Math.log(2));
    }

    @Test
    void aTieShowsAsAHalfAndATwinTakesItsOwn() {
        // One left, two rights at odds 1024 each: 1024 / (1 + 1024 + 1024).
        double[][] tie = Matchings.probabilities(new double[][] {{10, 10}});
        assertThat(tie[0]).containsExactly(1024.0 / 2049, 1024.0 / 2049);

        // a-a 2^20, a-b 2^10, b-b 2^20, b-a 2^10. Ways: none 1; one pair 2 * 2^20 + 2 * 2^10; two pairs 2^40 + 2^20.
        double[][] twins = Matchings.probabilities(new double[][] {{20, 10}, {10, 20}});
        double all = 1 + 2 * Math.pow(2, 20) + 2 * Math.pow(2, 10) + Math.pow(2, 40) + Math.pow(2, 20);
        assertThat(twins[0][0]).isEqualTo((Math.pow(2, 20) + Math.pow(2, 40)) / all);
        assertThat(twins[0][1]).isEqualTo((Math.pow(2, 10) + Math.pow(2, 20)) / all);
    }
}
