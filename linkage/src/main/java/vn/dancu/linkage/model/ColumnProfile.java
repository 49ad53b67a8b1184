package vn.dancu.linkage.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Relation;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.text.VietnameseText;

/** What a sample of a column looks like. All shares are of the values that are not empty. */
final class ColumnProfile {

    private static final int MOST_LOOKED_AT = 2_000;
    private static final Pattern COMPACT_DATE =
            Pattern.compile("(1[6-9]|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final Pattern PARTED_DATE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}([-/.]\\d{1,4})?");
    private static final Pattern YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");
    private static final Pattern DIGITS = Pattern.compile("[0-9][0-9 .()+-]*");
    private static final Pattern DECIMAL = Pattern.compile("[$€£₫ ]*-?\\d[\\d,]*(\\.\\d+)?( ?[a-zA-Zđ₫]{1,3})?");
    private static final Pattern FRACTION = Pattern.compile(".*\\d[.,]\\d{1,2}\\D*");
    private static final Pattern NAME_WORDS = Pattern.compile("[\\p{L}'’.-]+( [\\p{L}'’.-]+)*");
    private static final Set<String> SURNAMES = Set.of(
            "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo",
            "duong", "ly", "vi", "nong", "luong", "trinh", "dinh", "lam", "mai", "cao", "vang", "giang", "lo", "sung",
            "thao", "ma");

    final int count;
    final double filled;
    final int distinct;
    /** Share of the most frequent value. */
    final double top;

    final double letters;
    final double words;
    final double length;
    final double digitsOnly;
    final double decimal;
    final double fraction;
    final double date;
    final double fullDate;
    final double compactDate;
    final double year;
    final double sex;
    final double relation;
    final double vietnameseName;
    final double nameWords;
    final double hasDigit;
    final double hasSpace;
    final double members;
    final double commaParted;
    final double email;
    /** The most frequent number of digits, and its share. */
    final int usualDigits;

    final double usualDigitsShare;
    final boolean monthFirst;

    /** @param rows how many the values were taken from */
    ColumnProfile(List<String> all, int rows) {
        count = all.size();
        filled = rows == 0 ? 0 : (double) count / rows;
        Map<String, Integer> frequencies = new HashMap<>();
        for (String value : all) {
            frequencies.merge(VietnameseText.fold(value), 1, Integer::sum);
        }
        distinct = frequencies.size();
        top = count == 0
                ? 0
                : frequencies.values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0)
                        / (double) count;
        List<String> some = all.subList(0, Math.min(MOST_LOOKED_AT, all.size()));
        words = some.stream().mapToInt(v -> v.split("\\s+").length).average().orElse(0);
        length = some.stream().mapToInt(String::length).average().orElse(0);
        letters = share(some, v -> v.chars().anyMatch(Character::isLetter));
        hasDigit = share(some, v -> v.chars().anyMatch(Character::isDigit));
        hasSpace = share(some, v -> v.indexOf(' ') > 0);
        digitsOnly = share(some, v -> DIGITS.matcher(v).matches());
        decimal = share(some, v -> DECIMAL.matcher(v).matches());
        fraction = share(some, v -> FRACTION.matcher(v).matches());
        compactDate = share(some, v -> COMPACT_DATE.matcher(v).matches());
        date = share(some, v -> PARTED_DATE.matcher(v).matches() && isDate(v)) + compactDate;
        fullDate = share(some, v -> PARTED_DATE.matcher(v).matches() && v.split("[-/.]").length == 3) + compactDate;
        year = share(some, v -> YEAR.matcher(v).matches());
        sex = share(some, v -> Sex.parse(v).isPresent());
        relation = share(some, v -> Relation.parse(v).isPresent());
        vietnameseName = share(some, ColumnProfile::isVietnameseName);
        nameWords = share(some, v -> NAME_WORDS.matcher(v).matches());
        members = share(some, v -> v.indexOf('|') > 0 || v.indexOf(';') > 0);
        commaParted = share(some, v -> v.indexOf(',') > 0);
        email = share(some, v -> v.indexOf('@') > 0 && v.indexOf(' ') < 0);
        Map<Integer, Integer> lengths = new HashMap<>();
        int monthsFirst = 0;
        int daysFirst = 0;
        for (String value : some) {
            lengths.merge((int) value.chars().filter(Character::isDigit).count(), 1, Integer::sum);
            String[] parts = value.split("[-/.]");
            if (parts.length == 3
                    && parts[2].length() == 4
                    && PARTED_DATE.matcher(value).matches()) {
                monthsFirst += Integer.parseInt(parts[1]) > 12 ? 1 : 0;
                daysFirst += Integer.parseInt(parts[0]) > 12 ? 1 : 0;
            }
        }
        monthFirst = monthsFirst > daysFirst;
        Map.Entry<Integer, Integer> usual =
                lengths.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(Map.entry(0, 0));
        usualDigits = usual.getKey();
        usualDigitsShare = some.isEmpty() ? 0 : usual.getValue() / (double) some.size();
    }

    boolean isEmpty() {
        return count == 0 || filled < .005;
    }

    boolean isConstant() {
        return distinct <= 1 || top > .995;
    }

    boolean isUnique() {
        return count > 1 && filled > .999 && distinct >= count * .999;
    }

    private static boolean isDate(String value) {
        String[] parts = value.split("[-/.]");
        boolean american = parts.length == 3
                && parts[2].length() == 4
                && Integer.parseInt(parts[0]) <= 12
                && Integer.parseInt(parts[1]) <= 31;
        return american || PartialDate.read(value).date() != null;
    }

    private static boolean isVietnameseName(String value) {
        String[] parts = VietnameseText.fold(value).toLowerCase(Locale.ROOT).split(" ");
        return parts.length >= 2 && parts.length <= 6 && SURNAMES.contains(parts[0]);
    }

    private static double share(List<String> values, Predicate<String> test) {
        return values.isEmpty() ? 0 : values.stream().filter(test).count() / (double) values.size();
    }
}
