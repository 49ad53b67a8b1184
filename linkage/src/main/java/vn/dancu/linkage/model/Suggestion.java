package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.BlockingRule;
import vn.dancu.linkage.Column;
import vn.dancu.linkage.Column.Kind;
import vn.dancu.linkage.Comparison;
import vn.dancu.linkage.LinkResult.RuleReport;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Measure;
import vn.dancu.linkage.Model;
import vn.dancu.linkage.Test;
import vn.dancu.linkage.csv.CsvFile;

/** A first model, drawn from the files that are to be linked. Whoever knows the data should read it before it is used. */
public final class Suggestion {

    /**
     * A model and why it is as it is.
     *
     * @param notes one for each column and rule: Vietnamese, a line break, English
     */
    public record Suggested(Model model, List<String> notes) {

        public Suggested {
            notes = List.copyOf(notes);
        }
    }

    private static final Set<Meaning> OF_PEOPLE = Set.of(
            Meaning.GIVEN_NAME,
            Meaning.SURNAME,
            Meaning.FULL_NAME,
            Meaning.BIRTH_DATE,
            Meaning.BIRTH_YEAR,
            Meaning.SEX,
            Meaning.PERSONAL_ID,
            Meaning.FATHER_NAME,
            Meaning.MOTHER_NAME);

    private final Sample left;
    private final Sample right;
    private final CsvFile leftFile;
    private final @Nullable CsvFile rightFile;
    private final boolean dedupe;
    private final String name;
    private final List<String> notes = new ArrayList<>();

    private Suggestion(Sample left, Sample right, CsvFile leftFile, @Nullable CsvFile rightFile, String name) {
        this.left = left;
        this.right = right;
        this.leftFile = leftFile;
        this.rightFile = rightFile;
        this.dedupe = rightFile == null;
        this.name = name;
    }

    /**
     * Looks at a sample of the rows and at the headers.
     *
     * @param right null where the doubles of one file are looked for
     * @throws LinkageException where nothing can be compared: no rows, or no column that both files have
     */
    public static Suggested suggest(CsvFile left, @Nullable CsvFile right) {
        Sample a = Sample.of(left, 0);
        Sample b = right == null ? a : Sample.of(right, 1);
        String file = String.valueOf(left.path().getFileName());
        int dot = file.lastIndexOf('.');
        return new Suggestion(a, b, left, right, dot > 0 ? file.substring(0, dot) : file).suggest();
    }

    private Suggested suggest() {
        if (left.count() == 0 || right.count() == 0) {
            throw new LinkageException(
                    "Không gợi ý được mô hình: tệp không có dòng dữ liệu nào.",
                    "No model can be suggested: a file has no rows.");
        }
        List<HeaderPairs.Pair> pairs = HeaderPairs.of(left, right);
        int idLeft = id(left);
        int idRight = dedupe ? idLeft : id(right);
        noteIds(idLeft, idRight);
        noteUnpaired(pairs, idLeft, idRight);
        boolean people = left.header().stream().map(Meaning::of).anyMatch(OF_PEOPLE::contains);
        List<Field> fields = new ArrayList<>();
        for (HeaderPairs.Pair pair : pairs) {
            boolean isId = pair.left().contains(idLeft) || pair.right().contains(idRight);
            Field field = isId ? null : field(pair, people, fields);
            if (field != null) {
                fields.add(field);
            }
        }
        fields = place(fields);
        if (fields.isEmpty()) {
            throw new LinkageException(
                    "Không gợi ý được mô hình: không có cột nào chung mà so sánh được. Tiêu đề: " + left.header()
                            + " và " + right.header() + ". Hãy tự viết mô hình với left và right.",
                    "No model can be suggested: the files have no column in common that can be compared. Headers: "
                            + left.header() + " and " + right.header() + ". Write a model with left and right.");
        }
        List<Comparison> comparisons = comparisons(fields);
        RuleChoice choice = new RuleChoice(fields, left, right, dedupe);
        List<BlockingRule> rules = new ArrayList<>();
        double all = dedupe ? left.size() * (left.size() - 1) / 2.0 : (double) left.size() * right.size();
        List<RuleChoice.Chosen> sampled = choice.choose();
        for (RuleChoice.Chosen chosen : sampled) {
            rules.add(chosen.rule());
        }
        List<Column> columns = new ArrayList<>();
        for (Field field : fields) {
            columns.add(field.column(left, right));
        }
        if (rules.isEmpty()) {
            Field first = fields.get(0);
            rules.add(BlockingRule.of(first.name(), ""));
        }
        Model.Settings usual = Model.Settings.USUAL;
        String id = idLeft >= 0 ? left.header().get(idLeft) : usual.id();
        Model.Settings settings =
                new Model.Settings(id, true, null, usual.largestCluster(), List.of(), true, usual.belief());
        Model model = new Model(name, columns, comparisons, rules, settings);
        notePairs(model, sampled);
        String share = Double.toString(Math.rint(choice.covered() * 1000) / 10);
        note(
                "thử với các lỗi ngẫu nhiên, các quy tắc tìm được " + share + " % số cặp đúng, trong tất cả "
                        + count(all) + " cặp có thể",
                "with mistakes drawn at random the rules find " + share + " % of the true pairs, out of " + count(all)
                        + " possible ones");
        return new Suggested(model, notes);
    }

    /** As the engine counts them in the whole files; where these are too large for that, as the sample shows. */
    private void notePairs(Model model, List<RuleChoice.Chosen> sampled) {
        List<RuleReport> counted = WholeCount.of(model, leftFile, rightFile);
        for (int r = 0; r < model.rules().size(); r++) {
            if (counted == null && r >= sampled.size()) {
                return;
            }
            String rule = model.rules().get(r).name();
            double pairs =
                    counted == null ? sampled.get(r).pairs() : counted.get(r).pairs();
            note(
                    "quy tắc " + rule + ": khoảng " + count(pairs) + " cặp",
                    "rule " + rule + ": about " + count(pairs) + " pairs");
        }
    }

    private void note(String vi, String en) {
        notes.add(vi + "\n" + en);
    }

    private static String count(double pairs) {
        return Long.toString(Math.round(pairs));
    }

    /** The column of the ids: unique, and best called so; or -1. */
    private static int id(Sample sample) {
        int best = -1;
        int most = 0;
        for (int c = 0; c < sample.header().size(); c++) {
            boolean called = Meaning.of(sample.header().get(c)) == Meaning.ID;
            boolean exact = Meaning.plain(sample.header().get(c)).matches("(.*_)?(id|ma|key|no)");
            if (!called && !exact && c > 0) {
                continue;
            }
            ColumnProfile p = new ColumnProfile(sample.values(c), sample.count());
            boolean usable = p.isUnique() || (sample.count() == 1 && called);
            int worth = !usable ? 0 : called ? 4 : exact && p.words < 2 ? 2 : p.words < 1.5 && c == 0 ? 1 : 0;
            if (worth > most) {
                most = worth;
                best = c;
            }
        }
        return best;
    }

    private void noteIds(int idLeft, int idRight) {
        if (idLeft < 0) {
            note(
                    "không thấy cột mã hồ sơ (giá trị không trùng); hãy ghi ở id: hoặc thêm một cột số thứ tự",
                    "no column of ids was found (unique values); name it at id:, or add a column of running numbers");
            return;
        }
        String l = left.header().get(idLeft);
        note("id: " + l + " (không trùng)", "id: " + l + " (unique)");
        String r = idRight < 0 ? "?" : right.header().get(idRight);
        if (!l.equals(r)) {
            note(
                    "tệp bên phải có mã hồ sơ ở cột " + r + "; khi nối hãy thêm --right-id " + r,
                    "the right file has its ids in the column " + r + "; link with --right-id " + r);
        }
    }

    private void noteUnpaired(List<HeaderPairs.Pair> pairs, int idLeft, int idRight) {
        for (boolean ofLeft : new boolean[] {true, false}) {
            Sample file = ofLeft ? left : right;
            Set<Integer> paired = new HashSet<>();
            pairs.forEach(pair -> paired.addAll(ofLeft ? pair.left() : pair.right()));
            for (int c = 0; c < file.header().size() && !(dedupe && !ofLeft); c++) {
                if (!paired.contains(c) && c != (ofLeft ? idLeft : idRight)) {
                    note(
                            "bỏ cột " + file.header().get(c) + ": tệp " + (ofLeft ? "bên phải" : "bên trái")
                                    + " không có cột tương ứng",
                            "column " + file.header().get(c) + " is left out: the " + (ofLeft ? "right" : "left")
                                    + " file has nothing that answers to it");
                }
            }
        }
    }

    private @Nullable Field field(HeaderPairs.Pair pair, boolean people, List<Field> before) {
        List<String> a = Field.values(left, pair.left());
        List<String> b = dedupe ? a : Field.values(right, pair.right());
        ColumnProfile ofLeft = new ColumnProfile(a, left.count());
        ColumnProfile ofRight = dedupe ? ofLeft : new ColumnProfile(b, right.count());
        String header = left.header().get(pair.left().get(0));
        boolean whole = pair.left().size() + pair.right().size() > 2;
        Meaning meaning = whole ? Meaning.FULL_NAME : meaning(pair);
        if (meaning == Meaning.TRUTH) {
            note(
                    "bỏ cột " + header + ": có vẻ là đáp án, không phải dữ liệu",
                    "column " + header + " is left out: it seems to be the answer, not data");
            return null;
        }
        if (ofLeft.isEmpty() || ofRight.isEmpty()) {
            note("bỏ cột " + header + ": trống", "column " + header + " is left out: empty");
            return null;
        }
        List<String> both = new ArrayList<>(a);
        if (!dedupe) {
            both.addAll(b);
        }
        ColumnProfile profile = dedupe ? ofLeft : new ColumnProfile(both, left.count() + right.count());
        if (profile.isConstant()) {
            note(
                    "bỏ cột " + header + ": hầu như mọi dòng có cùng một giá trị",
                    "column " + header + " is left out: nearly all rows have one value");
            return null;
        }
        if (meaning == Meaning.ID && profile.isUnique()) {
            note(
                    "bỏ cột " + header + ": mỗi dòng một giá trị khác, có vẻ là mã hồ sơ thứ hai",
                    "column " + header + " is left out: every row has its own value, it seems to be another id");
            return null;
        }
        KindGuess guess = KindGuess.of(meaning, profile, people);
        String named = named(header, before);
        String from = pair.left().size() == 1 && pair.right().size() == 1 && pair.why() == HeaderPairs.Why.EQUAL
                ? ""
                : " (" + String.join("+", Field.headers(left, pair.left())) + " = "
                        + String.join("+", Field.headers(right, pair.right())) + ")";
        note(
                named + ": " + guess.kind().written() + from + ", " + guess.vietnamese(),
                named + ": " + guess.kind().written() + from + ", " + guess.english());
        return new Field(named, guess, meaning, pair.left(), pair.right(), profile, ofLeft.filled, ofRight.filled);
    }

    private Meaning meaning(HeaderPairs.Pair pair) {
        Meaning meaning = Meaning.of(left.header().get(pair.left().get(0)));
        return meaning == Meaning.OTHER
                ? Meaning.of(right.header().get(pair.right().get(0)))
                : meaning;
    }

    private static String named(String header, List<Field> before) {
        String word = header.matches("[\\p{L}\\p{N}_.-]+") ? header : Meaning.plain(header);
        String base = word.isEmpty() ? "column" : word;
        String name = base;
        for (int n = 2; ; n++) {
            String tried = name;
            if (before.stream().noneMatch(field -> field.name().equals(tried))) {
                return name;
            }
            name = base + "_" + n;
        }
    }

    /** Commune, group and household together are one piece of evidence. */
    private static List<Field> place(List<Field> fields) {
        Set<Meaning> all = new HashSet<>();
        fields.forEach(field -> all.add(field.meaning()));
        if (!all.containsAll(Set.of(Meaning.COMMUNE, Meaning.GROUP, Meaning.HOUSEHOLD))) {
            return fields;
        }
        List<Field> placed = new ArrayList<>();
        boolean one = false;
        for (Field f : fields) {
            boolean household = f.meaning() == Meaning.HOUSEHOLD && !one;
            one |= household;
            KindGuess guess = f.guess();
            placed.add(
                    household
                            ? new Field(
                                    f.name(),
                                    new KindGuess(Kind.HOUSEHOLD, null, List.of(), guess.vietnamese(), guess.english()),
                                    f.meaning(),
                                    f.left(),
                                    f.right(),
                                    f.profile(),
                                    f.filledLeft(),
                                    f.filledRight())
                            : f);
        }
        return placed;
    }

    private List<Comparison> comparisons(List<Field> fields) {
        List<Field> byWorth = new ArrayList<>(fields);
        byWorth.sort(Comparator.comparingDouble(Suggestion::worth).reversed());
        Set<Field> kept = new HashSet<>();
        Field household = fields.stream()
                .filter(f -> f.kind() == Kind.HOUSEHOLD)
                .findFirst()
                .orElse(null);
        Field commune = first(fields, Meaning.COMMUNE);
        Field group = first(fields, Meaning.GROUP);
        boolean place = household != null && commune != null && group != null;
        int count = place ? 1 : 0;
        for (Field field : byWorth) {
            boolean inPlace = place && (field.equals(household) || field.equals(commune) || field.equals(group));
            int takes = inPlace ? 0 : field.kind() == Kind.PERSON_NAME ? 3 : 1;
            if (count + takes <= Model.MOST_COMPARISONS) {
                kept.add(field);
                count += takes;
            } else {
                note(
                        field.name() + ": không so sánh, đã đủ " + Model.MOST_COMPARISONS,
                        field.name() + ": not compared, there are " + Model.MOST_COMPARISONS + " already");
            }
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (Field field : fields) {
            boolean inPlace = place && (field.equals(household) || field.equals(commune) || field.equals(group));
            if (kept.contains(field) && !inPlace) {
                comparisons.addAll(compared(field, fields));
            }
        }
        if (household != null && commune != null && group != null) {
            comparisons.add(new Comparison(
                    "place",
                    Comparison.Kind.PLACE,
                    List.of(commune.name(), group.name(), household.name()),
                    UsualLevels.fixedLevels(Comparison.Kind.PLACE, commune.column(left, right))));
        }
        return comparisons;
    }

    private static @Nullable Field first(List<Field> fields, Meaning meaning) {
        return fields.stream()
                .filter(f -> f.meaning() == meaning && f.kind() == Kind.CODE)
                .findFirst()
                .orElse(null);
    }

    /** How much agreement tells: many values, often there. */
    private static double worth(Field field) {
        return Math.min(field.filledLeft(), field.filledRight()) * Math.log(1.0 + field.profile().distinct);
    }

    private List<Comparison> compared(Field field, List<Field> fields) {
        Column column = field.column(left, right);
        List<Test> tests = field.guess().tests();
        Field surname = fields.stream()
                .filter(f -> f.meaning() == Meaning.SURNAME && f.kind() == Kind.TEXT)
                .findFirst()
                .orElse(null);
        if (field.meaning() == Meaning.GIVEN_NAME && field.kind() == Kind.TEXT && surname != null) {
            tests = new ArrayList<>(UsualLevels.tests(Kind.TEXT));
            tests.add(1, new Test(Measure.SWAPPED, 0, surname.name()));
        }
        if (tests.isEmpty()) {
            return UsualLevels.of(column, ComparisonReader.oneWord(column.name()));
        }
        List<LevelDraft> drafts = new ArrayList<>();
        tests.forEach(test -> drafts.add(LevelDraft.of(test)));
        drafts.add(LevelDraft.last());
        return List.of(new Comparison(
                column.name(),
                Comparison.Kind.LEVELS,
                List.of(column.name()),
                Beliefs.complete(column.kind(), drafts),
                UsualLevels.termFrequency(column.kind())));
    }
}
