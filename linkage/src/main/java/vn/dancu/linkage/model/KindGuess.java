package vn.dancu.linkage.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Column.Kind;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Test;

/**
 * What a column most likely holds.
 *
 * @param tests how to compare it; empty for the usual way of its kind
 * @param vietnamese why, for the notes
 */
record KindGuess(Kind kind, @Nullable String format, List<Test> tests, String vietnamese, String english) {

    /** Years lie apart by one where a preprint and its print are one. */
    private static final List<Test> YEARS =
            List.of(Test.of(Measure.EXACT), Test.of(Measure.DIFFERENCE, 1), Test.of(Measure.DIFFERENCE, 3));

    private static final List<Test> SHORT_NUMBERS = List.of(Test.of(Measure.EXACT), Test.of(Measure.DAMERAU, 1));

    private static KindGuess of(Kind kind, String vi, String en) {
        return new KindGuess(kind, null, List.of(), vi, en);
    }

    /**
     * The guess for a column.
     *
     * @param people whether other columns speak of persons
     */
    static KindGuess of(Meaning meaning, ColumnProfile p, boolean people) {
        KindGuess named = byMeaning(meaning, p, people);
        return named != null ? named : byContent(p, people);
    }

    private static @Nullable KindGuess byMeaning(Meaning meaning, ColumnProfile p, boolean people) {
        return switch (meaning) {
            case FULL_NAME -> p.letters > .8 ? personName(p) : null;
            case NAME -> people && p.nameWords > .8 && p.words < 5 && p.words > 1.5 ? personName(p) : null;
            case OTHER_NAME, FATHER_NAME, MOTHER_NAME, SPOUSE_NAME, HEAD_NAME -> p.letters > .8 ? wholeName(p) : null;
            case GIVEN_NAME, MIDDLE_NAME, SURNAME ->
                p.letters > .8 ? of(Kind.TEXT, "một phần của họ tên", "part of a name") : null;
            case BIRTH_DATE -> p.date + p.year > .7 ? date(p) : null;
            case BIRTH_YEAR -> p.year > .7 ? years() : p.date > .7 ? date(p) : null;
            case SEX -> p.sex > .8 ? of(Kind.SEX, "giới tính", "the sex") : null;
            case RELATION -> p.relation > .5 ? of(Kind.RELATION, "quan hệ với chủ hộ", "relation to the head") : null;
            case PERSONAL_ID, OLD_IDS -> number(p);
            case PHONE -> p.digitsOnly > .8 ? of(Kind.NUMBER, "số điện thoại", "a telephone number") : null;
            case EMAIL -> of(Kind.TEXT, "thư điện tử", "an e-mail address");
            case ADDRESS -> p.words > 1.5 ? of(Kind.ADDRESS, "địa chỉ", "an address") : null;
            case POSTCODE ->
                p.digitsOnly > .9 && p.length >= 4
                        ? of(Kind.NUMBER, "mã bưu chính", "a postcode")
                        : of(Kind.CODE, "mã bưu chính", "a postcode");
            case COMMUNE, GROUP, HOUSEHOLD -> of(Kind.CODE, "mã hoặc tên đơn vị", "a unit's code or name");
            case TITLE -> p.words > 1.8 ? of(Kind.FREE_TEXT, "nhan đề, nhiều từ", "a title, many words") : null;
            case AUTHORS -> p.words > 1.8 ? of(Kind.FREE_TEXT, "tên các tác giả", "names of authors") : null;
            case DESCRIPTION -> p.words > 2 ? of(Kind.FREE_TEXT, "mô tả", "a description") : null;
            case YEAR -> p.year > .7 ? years() : null;
            case PRICE -> p.decimal > .7 ? of(Kind.QUANTITY, "giá tiền", "a price") : null;
            case STATE, CITY -> p.digitsOnly < .5 ? place(p) : of(Kind.CODE, "mã đơn vị", "a unit's code");
            case HOMETOWN -> p.letters > .8 ? of(Kind.TEXT, "nơi chốn", "a place") : null;
            case ETHNICITY, RELIGION, NATIONALITY -> of(Kind.CODE, "một danh mục ngắn", "a short list of values");
            case ID, TRUTH, VENUE, BRAND, OCCUPATION, OTHER -> null;
        };
    }

    private static KindGuess byContent(ColumnProfile p, boolean people) {
        if (p.email > .8) {
            return of(Kind.TEXT, "thư điện tử", "e-mail addresses");
        }
        if (p.date > .8 && p.fullDate > .5 && p.distinct > 20) {
            return date(p);
        }
        if (p.year > .95) {
            return years();
        }
        if (p.sex > .95 && p.distinct <= 6 && p.letters > .5 && people) {
            return of(Kind.SEX, "giới tính", "the sex");
        }
        if (p.members > .3) {
            boolean numbers = p.letters < .1;
            return numbers
                    ? of(Kind.NUMBERS, "nhiều số trong một ô", "several numbers in a cell")
                    : of(Kind.SET, "nhiều phần tử trong một ô", "several members in a cell");
        }
        if (p.decimal > .9 && p.fraction > .2 && p.usualDigitsShare < .95) {
            return of(Kind.QUANTITY, "số đo hoặc số tiền", "amounts or measures");
        }
        if (p.digitsOnly > .9) {
            return digits(p);
        }
        if (p.vietnameseName > .6 && p.words > 1.8) {
            return personName(p);
        }
        if (p.hasDigit > .5 && p.words > 2.5 && p.words < 14 && people) {
            return of(Kind.ADDRESS, "chữ và số, nhiều từ", "words and numbers");
        }
        if (p.words > 3.2) {
            return of(Kind.FREE_TEXT, "trung bình " + rounded(p.words) + " từ", rounded(p.words) + " words on average");
        }
        if (p.distinct <= 100 && p.distinct < p.count * .05 && p.length <= 4) {
            return of(Kind.CODE, p.distinct + " giá trị ngắn", p.distinct + " short values");
        }
        return of(Kind.TEXT, "chữ ngắn", "short texts");
    }

    private static String rounded(double number) {
        return Double.toString(Math.rint(number * 10) / 10);
    }

    private static KindGuess place(ColumnProfile p) {
        return p.length <= 4 && p.distinct <= 200
                ? of(Kind.CODE, "tên viết tắt", "abbreviations")
                : of(Kind.TEXT, "tên đơn vị", "names of units");
    }

    private static KindGuess years() {
        return new KindGuess(Kind.QUANTITY, null, YEARS, "năm", "years");
    }

    private static KindGuess digits(ColumnProfile p) {
        if (p.length < 4 || p.distinct < Math.min(50, p.count * .02)) {
            return p.length < 2
                    ? of(Kind.CODE, "mã ngắn", "short codes")
                    : new KindGuess(Kind.CODE, null, SHORT_NUMBERS, "số ngắn", "short numbers");
        }
        return p.usualDigits > 15
                ? of(Kind.TEXT, "dãy số dài", "long runs of digits")
                : of(Kind.NUMBER, "dãy số", "numbers");
    }

    private static KindGuess personName(ColumnProfile p) {
        return p.vietnameseName > .4
                ? of(Kind.PERSON_NAME, "họ tên, họ đứng trước", "whole names, surname first")
                : new KindGuess(
                        Kind.PERSON_NAME,
                        "generic",
                        List.of(),
                        "họ tên, tên đứng trước",
                        "whole names, given name first");
    }

    private static KindGuess wholeName(ColumnProfile p) {
        return new KindGuess(
                Kind.WHOLE_NAME,
                p.vietnameseName > .4 ? null : "generic",
                List.of(),
                "họ tên người thân hoặc tên khác",
                "the name of a relative, or another name");
    }

    private static KindGuess date(ColumnProfile p) {
        return new KindGuess(
                Kind.DATE,
                p.monthFirst ? "mdy" : null,
                List.of(),
                p.monthFirst ? "ngày, tháng đứng trước" : "ngày",
                p.monthFirst ? "dates, month first" : "dates");
    }

    private static @Nullable KindGuess number(ColumnProfile p) {
        if (p.members > .05 && p.letters < .3) {
            return of(Kind.NUMBERS, "nhiều số trong một ô", "several numbers in a cell");
        }
        if (p.digitsOnly < .7 || p.usualDigits > 15) {
            return null;
        }
        boolean twelve = p.usualDigits == 12 && p.usualDigitsShare > .9;
        return new KindGuess(Kind.NUMBER, twelve ? "personal-id" : null, List.of(), "số giấy tờ", "a number of papers");
    }
}
