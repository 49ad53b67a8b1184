package vn.dancu.paper.read;

import java.util.List;
import java.util.Set;
import vn.dancu.civil.Verdict;
import vn.dancu.civil.list.Provinces;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.number.PersonalId;
import vn.dancu.paper.read.digits.DigitReading;

/**
 * Whether a 12-digit personal number may stand without a person having looked. A number has no check digit; six of its digits
 * repeat what the form says elsewhere (place, century and sex, year), six are random. What is written is never bent to fit: a
 * digit that the form contradicts makes the number one for a person, it is not replaced.
 */
final class NumberJudge {
    static final int LENGTH = 12;
    /** Sure enough together; measured on the calibrating digits, see the bench of paper. */
    static final double ACCEPTED = 0.99;
    /** No single random digit below it. */
    static final double LEAST_DIGIT = 0.985;
    /** A number of which the books have exactly this one: a slip that meets another person's number is rare. */
    static final double KNOWN_ACCEPTED = 0.6;

    /** At most, of a number that something contradicts. */
    private static final double CONTRADICTED = 0.005;

    private static final double PLACE_TOLD = 0.985;
    private static final double PROVINCE_BORN = 0.95;
    private static final double LEAST_POSSIBLE = 1e-4;
    private static final int FIRST_YEAR = 1900;
    private static final Set<String> PROVINCES = Set.copyOf(Provinces.all().keySet());

    private NumberJudge() {}

    /** @param confidence that all twelve are right, with what the form says taken in */
    record Judgement(double confidence, boolean accepted) {}

    static Judgement judge(List<DigitReading> digits, NumberFacts facts, Books books) {
        if (digits.size() != LENGTH) {
            return new Judgement(0, false);
        }
        double confidence = place(digits, facts) * centuryAndYear(digits, facts);
        boolean allSure = true;
        for (int i = 6; i < LENGTH; i++) {
            confidence *= digits.get(i).confidence();
            allSure &= digits.get(i).confidence() >= LEAST_DIGIT;
        }
        StringBuilder number = new StringBuilder(LENGTH);
        boolean isDigits = true;
        for (DigitReading digit : digits) {
            number.append(digit.digit());
            isDigits &= digit.none() < 0.5;
        }
        if (!isDigits || contradicts(new PersonalId(number.toString()), facts)) {
            return new Judgement(Math.min(confidence, CONTRADICTED), false);
        }
        boolean isKnown = confidence >= KNOWN_ACCEPTED && books.has(number.toString());
        return new Judgement(
                isKnown ? Math.max(confidence, ACCEPTED) : confidence, isKnown || (allSure && confidence >= ACCEPTED));
    }

    /** However clearly it is written: one of the two was read or written wrongly, and a person sees which. */
    private static boolean contradicts(PersonalId number, NumberFacts facts) {
        boolean isElsewhere = Provinces.byIdPrefix(number.placeCode()).isEmpty()
                || number.agreesWithPlace(facts.province()) == Verdict.DIFFER;
        boolean isOtherSex = number.agreesWithSex(facts.sex()) == Verdict.DIFFER;
        boolean isOtherYear = facts.birthYear() != 0 && facts.birthYear() != number.birthYear();
        return isElsewhere || isOtherSex || isOtherYear;
    }

    /** How likely the first three are what was read, among all that they could be. */
    private static double place(List<DigitReading> digits, NumberFacts facts) {
        double sum = 0;
        double read = 0;
        int best = digits.get(0).digit() * 100
                + digits.get(1).digit() * 10
                + digits.get(2).digit();
        for (int place = 0; place < 1000; place++) {
            double likely = digits.get(0).probabilities()[place / 100]
                    * digits.get(1).probabilities()[place / 10 % 10]
                    * digits.get(2).probabilities()[place % 10]
                    * placeShare(place, facts);
            sum += likely;
            read = place == best ? likely : read;
        }
        return read / Math.max(sum + none(digits, 0, 3), Double.MIN_NORMAL);
    }

    /** What no box in a range being a digit weighs. */
    private static double none(List<DigitReading> digits, int from, int to) {
        double all = 1;
        for (int i = from; i < to; i++) {
            all *= 1 - digits.get(i).none();
        }
        return (1 - all) * LEAST_POSSIBLE;
    }

    private static double placeShare(int place, NumberFacts facts) {
        String code = place < 100 ? String.format("%02d", place) : "";
        boolean isProvince = PROVINCES.contains(code);
        if (facts.province() != null) {
            if (code.equals(facts.province())) {
                return PLACE_TOLD;
            }
            return isProvince ? (1 - PLACE_TOLD) / PROVINCES.size() : LEAST_POSSIBLE / 1000;
        }
        return isProvince ? PROVINCE_BORN / PROVINCES.size() : (1 - PROVINCE_BORN) / 1000;
    }

    private static double centuryAndYear(List<DigitReading> digits, NumberFacts facts) {
        double sum = 0;
        double read = 0;
        int best = digits.get(3).digit() * 100
                + digits.get(4).digit() * 10
                + digits.get(5).digit();
        for (int code = 0; code < 1000; code++) {
            double likely = digits.get(3).probabilities()[code / 100]
                    * digits.get(4).probabilities()[code / 10 % 10]
                    * digits.get(5).probabilities()[code % 10]
                    * yearShare(code, facts);
            sum += likely;
            read = code == best ? likely : read;
        }
        return read / Math.max(sum + none(digits, 3, 6), Double.MIN_NORMAL);
    }

    /** @param code century and sex, then the year's last two digits */
    private static double yearShare(int code, NumberFacts facts) {
        int year = FIRST_YEAR + code / 200 * 100 + code % 100;
        Sex sex = code / 100 % 2 == 0 ? Sex.MALE : Sex.FEMALE;
        // Nobody alive was born in 2100: the later centuries are possible digits and nothing more.
        double usual = code / 200 <= 1 ? 1.0 / 400 : LEAST_POSSIBLE / 600;
        double share = usual;
        if (facts.birthYear() != 0) {
            share *= facts.birthYear() == year
                    ? facts.yearConfidence() * 200
                    : 1 - facts.yearConfidence() + LEAST_POSSIBLE;
        }
        if (facts.sex() != null) {
            share *= 2 * (facts.sex() == sex ? facts.sexConfidence() : 1 - facts.sexConfidence() + LEAST_POSSIBLE);
        }
        return share;
    }
}
