package vn.dancu.linkage;

import static vn.dancu.linkage.Level.agree;
import static vn.dancu.linkage.Level.close;
import static vn.dancu.linkage.Level.differ;

import java.util.List;
import vn.dancu.linkage.Column.Kind;

/**
 * The built-in model {@code person-vi}. The probabilities are what to believe of a Vietnamese file before training: surnames
 * are few (about 31 % are called Nguyễn), Văn and Thị say little more than the sex, old people know their year of birth
 * only, an old number changes with a move.
 */
final class PersonVi {

    private PersonVi() {}

    static final Model MODEL = new Model(
            "person-vi",
            columns(),
            comparisons(),
            rules(),
            new Model.Settings("id", true, null, 8, List.of("personal_id"), true, 300));

    private static List<Column> columns() {
        return List.of(
                new Column("full_name", Kind.PERSON_NAME),
                new Column("other_name", Kind.WHOLE_NAME),
                new Column("birth_date", Kind.DATE),
                new Column("sex", Kind.SEX),
                new Column("personal_id", Kind.NUMBER, "personal-id"),
                new Column("old_ids", Kind.NUMBERS, "9"),
                new Column("commune", Kind.CODE),
                new Column("group", Kind.CODE),
                new Column("household", Kind.HOUSEHOLD),
                new Column("relation", Kind.RELATION),
                new Column("head_name", Kind.WHOLE_NAME),
                new Column("father_name", Kind.WHOLE_NAME),
                new Column("mother_name", Kind.WHOLE_NAME),
                new Column("spouse_name", Kind.WHOLE_NAME),
                new Column("hometown", Kind.TEXT),
                new Column("address", Kind.FINGERPRINT));
    }

    /** In the order of evaluation: cheap and strong first, so that most pairs are left early. */
    private static List<Comparison> comparisons() {
        return List.of(
                comparison(
                        "personal_id",
                        Comparison.Kind.NUMBER,
                        "personal_id",
                        agree("same number", .965, 1e-8, 2e-5, 20),
                        agree("one digit or transposition", .012, 2e-7, 1e-4, 11),
                        differ("other number", .023, .9999, .9998, -6)),
                comparison(
                        "given_name",
                        Comparison.Kind.GIVEN_NAME,
                        "full_name",
                        agree("same", .90, .008, .006, 11),
                        agree("same, one name without marks", .03, .0008, .0005, 11),
                        close("i/y or d/đ", .004, .0003, .0003),
                        close("one tone", .02, .002, .003),
                        close("same without marks", .012, .003, .004),
                        close("similar", .012, .02, .03),
                        close("one letter", .012, .06, .07),
                        differ("different", .004, .9, .88, -8),
                        close("swapped with the middle name", .002, .0008, .001)),
                comparison(
                        "birth_date",
                        Comparison.Kind.DATE,
                        "birth_date",
                        agree("same day", .86, .00005, .004, 14),
                        agree("same month, day on one side", .01, .0012, .002, 9),
                        agree("same year, day on one side", .06, .012, .02, 7),
                        agree("same year, known no better", .02, .001, .003, 8),
                        close("day and month swapped", .004, .0001, .0002),
                        close("one digit", .02, .0012, .003),
                        close("same year, another day", .008, .013, .02),
                        close("same day of another year", .005, .003, .006),
                        close("year within two", .005, .05, .12),
                        differ("different", .004, .91, .84, -8)),
                comparison(
                        "old_ids",
                        Comparison.Kind.NUMBERS,
                        "old_ids",
                        agree("same number", .80, 1e-7, 2e-5, 18),
                        agree("one digit or transposition", .015, 1e-6, 1e-4, 10),
                        // Wholly different says next to nothing: numbers change by law with a move.
                        differ("other number", .185, .9999, .9998, -2.5)),
                comparison(
                        "surname",
                        Comparison.Kind.SURNAME,
                        "full_name",
                        agree("same", .93, .13, .55, 11),
                        agree("same, one name without marks", .03, .008, .02, 10),
                        close("i/y or d/đ", .004, .002, .002),
                        close("one tone", .012, .006, .006),
                        close("same without marks", .006, .004, .004),
                        close("similar", .006, .01, .01),
                        close("one letter", .006, .03, .02),
                        differ("different", .004, .8, .38, -7),
                        close("other form of one surname", .001, .0005, .0005)),
                comparison(
                        "sex",
                        Comparison.Kind.CODE,
                        "sex",
                        agree("same", .996, .5, .47, 1.5),
                        differ("other", .004, .5, .53, -7)),
                new Comparison(
                        "place",
                        Comparison.Kind.PLACE,
                        List.of("commune", "group", "household"),
                        List.of(
                                agree("same household", .85, 1e-5, .9, 12),
                                agree("same group, household unknown", .04, .005, .03, 9),
                                close("same group, other household", .04, .004, .03),
                                close("same commune", .03, .06, .02),
                                differ("other commune", .03, .92, .015, -5),
                                differ("other household", .01, .01, .005, -3))),
                comparison(
                        "middle_name",
                        Comparison.Kind.MIDDLE_NAME,
                        "full_name",
                        agree("same", .85, .09, .2, 10),
                        agree("same, one name without marks", .03, .005, .008, 10),
                        close("i/y or d/đ", .003, .0005, .0005),
                        close("one tone", .015, .004, .005),
                        close("same without marks", .008, .004, .005),
                        close("similar", .008, .02, .02),
                        close("one letter", .008, .05, .05),
                        differ("different", .008, .75, .63, -6),
                        close("none on both", .02, .01, .02),
                        close("left out on one side", .035, .06, .05),
                        close("shortened", .01, .007, .01),
                        close("changed second name", .005, .006, .02)),
                comparison(
                        "other_name",
                        Comparison.Kind.OTHER_NAME,
                        "full_name,other_name",
                        agree("same other name", .5, .001, .001, 8),
                        agree("other name of one is the name of the other", .5, .001, .001, 10)),
                wholeName("father_name", 8, .35),
                wholeName("mother_name", 8, .35),
                wholeName("spouse_name", 8, .03),
                wholeName("head_name", 6, .9),
                comparison(
                        "relation",
                        Comparison.Kind.CODE,
                        "relation",
                        agree("same", .9, .25, .2, 3),
                        differ("other", .1, .75, .8, -3)),
                comparison(
                        "hometown",
                        Comparison.Kind.PLACE_NAME,
                        "hometown",
                        agree("same", .75, .05, .6, 5),
                        agree("one holds the other", .15, .05, .15, 3),
                        differ("different", .1, .9, .25, -2.5)),
                comparison(
                        "address",
                        Comparison.Kind.CODE,
                        "address",
                        agree("same", .6, .001, .8, 3),
                        differ("different", .4, .999, .2, -1)));
    }

    private static Comparison comparison(String name, Comparison.Kind kind, String columns, Level... levels) {
        return new Comparison(name, kind, List.of(columns.split(",")), List.of(levels));
    }

    /** @param family how often two of one household have this relative in common */
    private static Comparison wholeName(String column, double mostWeight, double family) {
        double rest = 1 - family;
        return comparison(
                column,
                Comparison.Kind.WHOLE_NAME,
                column,
                agree("same", .82, .0005, rounded(family * .93), mostWeight),
                agree("same but marks", .08, .0003, rounded(family * .04), mostWeight),
                agree("other middle name", .04, .002, rounded(family * .03), mostWeight - 2),
                close("same given name", .01, .008, rounded(rest * .02)),
                close("similar", .02, .02, rounded(rest * .03)),
                differ("different", .03, .97, rounded(rest * .95), -4.5));
    }

    /** Six decimals, as {@code person-vi.yaml} writes them. */
    private static double rounded(double probability) {
        return Math.rint(probability * 1e6) / 1e6;
    }

    private static List<BlockingRule> rules() {
        return List.of(
                rule("personal_id", ""),
                rule("old_ids:member", ""),
                rule("birth_date:full-date+full_name:given-name", "commune+full_name:surname"),
                rule("household+full_name:given-name", ""),
                rule("full_name:folded-name+birth_date:year", "commune+group"),
                rule("household+birth_date:year", ""),
                rule("full_name:surname+full_name:given-name+commune+birth_date:year", "group"),
                rule("full_name:folded-name+commune", "group+sex"),
                rule("birth_date:full-date+full_name:surname", "commune+group"),
                rule("birth_date:full-date+commune", "group+sex"),
                rule("father_name:folded-name+birth_date:year", "commune+full_name:given-name"),
                rule("father_name:folded-name+full_name:given-name", "commune"),
                rule("mother_name:folded-name+birth_date:year", "commune+full_name:given-name"),
                rule("spouse_name:folded-name+full_name:given-name", "commune"));
    }

    /** A number that a whole file shares by mistake, or a village's birthday, is left out and reported. */
    private static BlockingRule rule(String parts, String refinements) {
        return BlockingRule.of(parts, refinements).leavingOutLarge();
    }
}
