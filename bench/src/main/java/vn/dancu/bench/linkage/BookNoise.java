package vn.dancu.bench.linkage;

import java.text.Normalizer;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.text.VietnameseText;

/** What goes wrong on the way into the books, at the rates of the bar; {@code scale} multiplies all of them. One per row. */
final class BookNoise {

    private static final double MARKS_LOST = .05;
    private static final double TONE_MOVED = .03;
    private static final double GIVEN_NAME_SLIP = .015;
    private static final double SLIP = .01;
    private static final double MIDDLE_NAME_DROPPED = .04;
    private static final double SECOND_NAME_CHANGED = .15;
    private static final double YEAR_ONLY = .25;
    private static final double DAY_AND_MONTH_SWAPPED = .005;
    private static final double YEAR_BESIDE = .005;
    private static final double MOVED = .06;
    static final double NUMBER_MISSING = .05;
    private static final double NUMBER_WRONG = .02;
    private static final double OTHER_SEX = .002;

    private static final int OVER_SIXTY = 1960;
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String VOWELS = "AEIOUY";
    private static final String MONG = "|GIÀNG|VỪ|THÀO|SÙNG|HẦU|LÙ|CHÁNG|TRÁNG|";

    private final SplittableRandom random;
    private final double scale;

    BookNoise(SplittableRandom random, double scale) {
        this.random = random;
        this.scale = scale;
    }

    boolean happens(double rate) {
        return random.nextDouble() < rate * scale;
    }

    /** Surname, middle and given name; the middle name may be empty. */
    String[] name(String surname, String middle, String given) {
        String s = surname;
        String m = middle;
        String g = given;
        if (MONG.contains("|" + s + "|") && happens(SECOND_NAME_CHANGED)) {
            m = NameStock.MALE_MIDDLE.draw(random);
        }
        if (happens(MIDDLE_NAME_DROPPED)) {
            m = "";
        } else if (happens(SLIP)) {
            m = slip(m);
        }
        if (happens(GIVEN_NAME_SLIP)) {
            g = slip(g);
        }
        if (happens(SLIP)) {
            s = slip(s);
        }
        if (happens(TONE_MOVED)) {
            g = toneMoved(g);
        }
        boolean plain = happens(MARKS_LOST);
        return new String[] {plain ? plain(s) : s, plain ? plain(m) : m, plain ? plain(g) : g};
    }

    /** A whole name of surname, middle and given name. */
    String wholeName(String name) {
        int first = name.indexOf(' ');
        int last = name.lastIndexOf(' ');
        String[] parts = name(name.substring(0, first), name.substring(first + 1, last), name.substring(last + 1));
        return parts[1].isEmpty() ? parts[0] + " " + parts[2] : String.join(" ", parts);
    }

    /** dd/mm/yyyy, or a year. */
    String date(Resident person) {
        int y = person.year();
        int m = person.month();
        int d = person.day();
        if (y < OVER_SIXTY && happens(YEAR_ONLY)) {
            return Integer.toString(y);
        }
        if (d <= 12 && happens(DAY_AND_MONTH_SWAPPED)) {
            return dayMonthYear(m, d, y);
        }
        if (happens(YEAR_BESIDE)) {
            y += random.nextBoolean() ? 1 : -1;
        } else if (happens(SLIP)) {
            d = 1 + (d + random.nextInt(27)) % 28;
        }
        return dayMonthYear(d, m, y);
    }

    static String dayMonthYear(int day, int month, int year) {
        return Population.digits(day, 2) + "/" + Population.digits(month, 2) + "/" + Population.digits(year, 4);
    }

    /** The number as the book has it; empty where it has none. */
    String number(@Nullable String number) {
        if (number == null || happens(NUMBER_MISSING)) {
            return "";
        }
        return happens(NUMBER_WRONG) ? wrong(number) : number;
    }

    boolean male(Resident person) {
        return person.male() != happens(OTHER_SEX);
    }

    boolean moved() {
        return happens(MOVED);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private String wrong(String number) {
        if (random.nextInt(3) == 0) {
            int kept = number.length() - 6;
            return number.substring(0, kept) + Population.digits(random.nextInt(1_000_000), 6);
        }
        int at = random.nextInt(number.length());
        char other = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        return number.substring(0, at) + other + number.substring(at + 1);
    }

    private String slip(String word) {
        int at = random.nextInt(word.length());
        char letter = (char) ('A' + random.nextInt(26));
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + letter + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            default -> word.length() < 3 ? word + letter : (word.substring(0, at) + word.substring(at + 1)).strip();
        };
    }

    /** The tone stands on another vowel of the word, or is another tone. */
    private String toneMoved(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        int tone = 0;
        while (tone < apart.length() && TONES.indexOf(apart.charAt(tone)) < 0) {
            tone++;
        }
        if (tone == apart.length()) {
            return word;
        }
        String without = apart.substring(0, tone) + apart.substring(tone + 1);
        char mark = TONES.charAt(random.nextInt(TONES.length()));
        String changed = without.substring(0, tone) + mark + without.substring(tone);
        int vowel = without.length() - 1;
        while (vowel >= 0 && VOWELS.indexOf(without.charAt(vowel)) < 0) {
            vowel--;
        }
        if (vowel >= tone && random.nextBoolean()) {
            changed = without.substring(0, vowel + 1) + apart.charAt(tone) + without.substring(vowel + 1);
        }
        return Normalizer.normalize(changed, Normalizer.Form.NFC);
    }

    static String plain(String text) {
        return VietnameseText.upper(VietnameseText.fold(text));
    }
}
