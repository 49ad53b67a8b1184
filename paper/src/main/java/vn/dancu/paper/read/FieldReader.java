package vn.dancu.paper.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Sex;
import vn.dancu.paper.Field;
import vn.dancu.paper.FormPage;
import vn.dancu.paper.read.FieldReading.Note;
import vn.dancu.paper.read.digits.DigitReader;
import vn.dancu.paper.read.digits.DigitReading;

/** Reads the fields of one page: all signs in one go, then what they say together. */
final class FieldReader {
    private static final int OLDEST_YEAR = 1890;
    private static final int LENGTH_OF_OLD = 9;

    private final Grey scan;
    private final Homography where;
    private final FormPage page;
    private final int black;
    private final boolean isFilled;
    private final Optional<PrintedReader> printed;
    private final Books books;
    private final PartialDate today;
    private final Map<String, List<Sign>> signs = new HashMap<>();
    private final Map<String, List<@Nullable DigitReading>> digits = new HashMap<>();

    FieldReader(
            Grey scan,
            Homography where,
            FormPage page,
            int black,
            boolean isFilled,
            Optional<PrintedReader> printed,
            Books books,
            LocalDate today) {
        this.scan = scan;
        this.where = where;
        this.page = page;
        this.black = black;
        this.isFilled = isFilled;
        this.printed = printed;
        this.books = books;
        this.today = PartialDate.of(today);
    }

    List<FieldReading> all() {
        readSigns();
        List<FieldReading> readings = new ArrayList<>();
        for (Field field : page.fields()) {
            readings.add(
                    switch (field.kind()) {
                        case HANDWRITTEN_TEXT -> isFilled ? print(field) : hand(field);
                        case PRINTED_TEXT -> print(field);
                        case DIGITS -> number(field);
                        case DATE -> date(field);
                        case CHECK -> CheckField.read(scan, where, field, black);
                    });
        }
        return readings;
    }

    private void readSigns() {
        List<float[]> framed = new ArrayList<>();
        for (Field field : page.fields()) {
            if (field.kind().isComb()) {
                List<Sign> of = Comb.signs(scan, where, field, black);
                signs.put(field.name(), of);
                for (Sign sign : of) {
                    float[] picture = sign.framed();
                    if (picture != null) {
                        framed.add(picture);
                    }
                }
            }
        }
        List<DigitReading> readings = DigitReader.bundled().read(framed);
        int next = 0;
        for (Field field : page.fields()) {
            if (field.kind().isComb()) {
                List<@Nullable DigitReading> of = new ArrayList<>();
                for (Sign sign : signs.getOrDefault(field.name(), List.of())) {
                    of.add(sign.framed() == null ? null : readings.get(next++));
                }
                digits.put(field.name(), of);
            }
        }
    }

    private FieldReading hand(Field field) {
        return TextField.isEmpty(scan, where, field, black)
                ? new FieldReading(field.name(), "", 0.99, true, Note.NONE)
                : new FieldReading(field.name(), "", 0, false, Note.HANDWRITTEN);
    }

    private FieldReading print(Field field) {
        if (printed.isEmpty()) {
            return new FieldReading(field.name(), "", 0, false, Note.NO_READER);
        }
        return TextField.read(scan, where, field, black, printed.get());
    }

    private List<@Nullable DigitReading> digits(String field) {
        return digits.getOrDefault(field, List.of());
    }

    /** Whether every box is empty or holds a sign that stands clear of all others, and no gap is between them. */
    private boolean isClean(String field, int count) {
        List<Sign> of = signs.getOrDefault(field, List.of());
        for (int i = 0; i < of.size(); i++) {
            Sign.State wanted = i < count ? Sign.State.WRITTEN : Sign.State.EMPTY;
            if (of.get(i).state() != wanted) {
                return false;
            }
        }
        return true;
    }

    private FieldReading number(Field field) {
        List<@Nullable DigitReading> all = digits(field.name());
        int last = all.size();
        while (last > 0
                && signs.getOrDefault(field.name(), List.of()).get(last - 1).state() == Sign.State.EMPTY) {
            last--;
        }
        if (last == 0) {
            return new FieldReading(field.name(), "", 0.99, true, Note.NONE);
        }
        StringBuilder value = new StringBuilder();
        List<DigitReading> read = new ArrayList<>();
        double confidence = 1;
        boolean allAccepted = true;
        for (DigitReading digit : all.subList(0, last)) {
            boolean isNone = digit == null || digit.none() > digit.confidence();
            value.append(digit == null || isNone ? "_" : String.valueOf(digit.digit()));
            confidence *= digit == null ? 0.1 : digit.confidence();
            allAccepted &= digit != null && !isNone && digit.confidence() >= NumberJudge.LEAST_DIGIT;
            if (digit != null) {
                read.add(digit);
            }
        }
        if (!isClean(field.name(), last) || value.indexOf("_") >= 0) {
            return new FieldReading(field.name(), value.toString(), confidence * 0.5, false, Note.UNCLEAN);
        }
        if (last == NumberJudge.LENGTH) {
            NumberJudge.Judgement judged = NumberJudge.judge(read, facts(field.name()), books);
            Note note = judged.accepted() ? Note.NONE : judged.confidence() < 0.01 ? Note.CONTRADICTS : Note.UNSURE;
            return new FieldReading(field.name(), value.toString(), judged.confidence(), judged.accepted(), note);
        }
        boolean isWhole = last == field.boxes().size() || last == LENGTH_OF_OLD;
        boolean accepted = isWhole && allAccepted && confidence >= NumberJudge.ACCEPTED;
        return new FieldReading(
                field.name(), value.toString(), confidence, accepted, accepted ? Note.NONE : Note.UNSURE);
    }

    /** What the form itself says of the person's own number; of the others' it says nothing. */
    private NumberFacts facts(String field) {
        if (!field.equals("personal_id")) {
            return NumberFacts.NONE;
        }
        Sex sex = null;
        double sexConfidence = 0;
        Optional<Field> sexField = page.field("sex");
        if (sexField.isPresent()) {
            FieldReading reading = CheckField.read(scan, where, sexField.get(), black);
            sex = Sex.parse(reading.value()).orElse(null);
            sexConfidence = Math.min(0.995, reading.confidence());
        }
        DateJudge.Judgement birth = page.field("birth_date").isPresent() ? birth() : null;
        PartialDate date = birth == null ? null : birth.date();
        String commune = text(digits("birth_registration_code"));
        String province = books.provinceOf(commune).orElse(null);
        return new NumberFacts(
                sex,
                sexConfidence,
                date == null ? 0 : date.year(),
                birth == null ? 0 : Math.min(0.995, birth.confidence()),
                province);
    }

    private DateJudge.Judgement birth() {
        return DateJudge.judge(digits("birth_date"), OLDEST_YEAR, today);
    }

    private static String text(List<@Nullable DigitReading> digits) {
        StringBuilder text = new StringBuilder();
        for (DigitReading digit : digits) {
            if (digit != null) {
                text.append(digit.digit());
            }
        }
        return text.toString();
    }

    private FieldReading date(Field field) {
        List<@Nullable DigitReading> all = digits(field.name());
        List<Sign> of = signs.getOrDefault(field.name(), List.of());
        if (of.stream().allMatch(sign -> sign.state() == Sign.State.EMPTY)) {
            return new FieldReading(field.name(), "", 0.99, true, Note.NONE);
        }
        DateJudge.Judgement judged = DateJudge.judge(all, OLDEST_YEAR, today);
        boolean isClean =
                of.stream().allMatch(sign -> sign.state() == Sign.State.EMPTY || sign.state() == Sign.State.WRITTEN);
        boolean isNone = all.stream().anyMatch(digit -> digit != null && digit.none() > digit.confidence());
        if (!isClean || isNone) {
            return new FieldReading(field.name(), judged.written(), judged.confidence() * 0.5, false, Note.UNCLEAN);
        }
        Note note = judged.accepted() ? Note.NONE : judged.date() == null ? Note.CONTRADICTS : Note.UNSURE;
        return new FieldReading(field.name(), judged.written(), judged.confidence(), judged.accepted(), note);
    }
}
