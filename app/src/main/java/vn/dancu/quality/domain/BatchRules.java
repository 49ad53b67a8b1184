package vn.dancu.quality.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.civil.date.PartialDate;
import vn.dancu.civil.list.Sex;
import vn.dancu.civil.number.PersonalId;
import vn.dancu.intake.CollectionForm;
import vn.dancu.intake.FormField;
import vn.dancu.shared.Finding;

/**
 * All forms of the collection against each other, from some 60 bytes kept of each: a number on two forms, a person on two
 * forms, a birthday that a village shares, more forms in a day than an officer can fill in, numbers that run on.
 */
final class BatchRules {
    /** Takes what was found about a form. */
    interface Sink {
        void found(long form, int version, Finding finding);
    }

    /** A form takes two minutes at the least; an officer's day has ten hours. */
    static final int FORMS_A_DAY = 300;
    /** Of random numbers, so many in a row hardly ever occur. */
    static final int RUN = 5;

    private static final int FIRST_OF_JANUARY = GroupDays.day(1, 1);
    private static final int CONSISTENT = 1 << 15;

    private int rows;
    private long[] forms = new long[1024];
    private int[] versions = new int[1024];
    private boolean[] wanted = new boolean[1024];
    private long[] numbers = new long[1024];
    private boolean[] contradictory = new boolean[1024];
    private long[] oldNumbers = new long[1024];
    private int[] names = new int[1024];
    private long[] byFather = new long[1024];
    private long[] byMother = new long[1024];
    private int[] households = new int[1024];
    private int[] groups = new int[1024];
    private short[] days = new short[1024];
    private long[] loads = new long[1024];

    private final Map<String, Map<String, Integer>> groupIndex = new HashMap<>();
    private final List<GroupDays> groupDays = new ArrayList<>();
    private final LongIntMap givenLoads = new LongIntMap();
    private boolean loadsGiven;

    /** Birthdays of a group counted elsewhere: then the forms of the group that are read do not add to them. */
    void give(String commune, String group, int[] countsByDay) {
        Map<String, Integer> ofCommune = groupIndex.computeIfAbsent(commune, key -> new HashMap<>());
        ofCommune.put(group, groupDays.size());
        groupDays.add(GroupDays.given(countsByDay));
    }

    /** Forms of one collector and day counted elsewhere. */
    void giveLoad(String commune, String collector, int packedDay, int forms) {
        loadsGiven = true;
        givenLoads.put(load(commune, collector, packedDay), forms);
    }

    void add(long id, int version, CollectionForm form, boolean numberContradicts, boolean isWanted) {
        if (rows == forms.length) {
            grow();
        }
        int row = rows++;
        forms[row] = id;
        versions[row] = version;
        wanted[row] = isWanted;
        PersonalId number = form.personalId();
        numbers[row] = number == null ? 0 : value(number.digits());
        contradictory[row] = numberContradicts;
        String old = form.oldId() == null ? null : form.oldId().digits();
        oldNumbers[row] = old == null ? 0 : value(old);
        long name = Hashes.ofName(form.written(FormField.FULL_NAME));
        names[row] = (int) (name >>> 33);
        String household = form.householdKey();
        households[row] = household == null ? (int) id | 1 : household.hashCode() & Integer.MAX_VALUE;
        PartialDate birth = form.birthDate().date();
        boolean full = birth != null && birth.isFull();
        days[row] = birth != null && full ? (short) GroupDays.day(birth.month(), birth.day()) : 0;
        groups[row] = group(form);
        if (groups[row] >= 0 && full) {
            groupDays.get(groups[row]).add(days[row]);
        }
        Sex sex = form.sex();
        if (name != 0 && birth != null && full && sex != null) {
            long person = Hashes.together(name, birth.packed() * 2L + sex.ordinal());
            long father = Hashes.ofName(form.written(FormField.FATHER_NAME));
            long mother = Hashes.ofName(form.written(FormField.MOTHER_NAME));
            byFather[row] = father == 0 ? 0 : Hashes.together(person, father);
            byMother[row] = mother == 0 ? 0 : Hashes.together(person, mother ^ 1);
        } else {
            byFather[row] = 0;
            byMother[row] = 0;
        }
        loads[row] = load(form);
    }

    private int group(CollectionForm form) {
        String commune = form.written(FormField.COMMUNE_CODE);
        String group = form.written(FormField.RESIDENTIAL_GROUP);
        if (commune == null || group == null) {
            return -1;
        }
        Map<String, Integer> ofCommune = groupIndex.computeIfAbsent(commune.strip(), key -> new HashMap<>());
        Integer known = ofCommune.get(group.strip());
        if (known == null) {
            known = groupDays.size();
            groupDays.add(new GroupDays());
            ofCommune.put(group.strip(), known);
        }
        return known;
    }

    private static long load(CollectionForm form) {
        String commune = form.written(FormField.COMMUNE_CODE);
        String collector = form.written(FormField.COLLECTOR);
        PartialDate day = form.collectedOn().date();
        return commune == null || collector == null || day == null || !day.isFull()
                ? 0
                : load(commune, collector, day.packed());
    }

    private static long load(String commune, String collector, int packedDay) {
        return Hashes.together(Hashes.ofText(collector.strip()), Hashes.ofText(commune.strip()) + packedDay);
    }

    private static long value(String digits) {
        long value = 1;
        for (int i = 0; i < digits.length(); i++) {
            value = value * 10 + (digits.charAt(i) - '0');
        }
        return value;
    }

    void finish(Sink sink) {
        doubleNumbers(sink);
        oldNumbers(sink);
        doubleCounts(sink);
        birthdays(sink);
        loads(sink);
        runs(sink);
    }

    /** A number that contradicts its holder belongs to the other form that bears it, which then has nothing to explain. */
    private void doubleNumbers(Sink sink) {
        LongIntMap users = new LongIntMap();
        for (int row = 0; row < rows; row++) {
            if (numbers[row] != 0) {
                users.put(numbers[row], users.get(numbers[row]) + 1 + (contradictory[row] ? 0 : CONSISTENT));
            }
        }
        for (int row = 0; row < rows; row++) {
            if (numbers[row] != 0 && wanted[row]) {
                int count = users.get(numbers[row]);
                int all = count & (CONSISTENT - 1);
                int consistent = count / CONSISTENT;
                if (contradictory[row] ? all > 1 : consistent > 1) {
                    found(
                            sink,
                            row,
                            Rule.F801_PERSONAL_ID_USED_TWICE,
                            FormField.PERSONAL_ID,
                            Map.of("forms", String.valueOf(all)));
                }
            }
        }
    }

    private void oldNumbers(Sink sink) {
        LongIntMap holders = new LongIntMap();
        for (int row = 0; row < rows; row++) {
            hold(holders, oldNumbers[row], names[row]);
        }
        for (int row = 0; row < rows; row++) {
            if (wanted[row] && isHeldByTwo(holders, oldNumbers[row])) {
                found(sink, row, Rule.F802_OLD_ID_OF_TWO_PEOPLE, FormField.OLD_ID, Map.of());
            }
        }
    }

    /** Remembers the first holder of a key; the sign says that another followed. */
    private static void hold(LongIntMap holders, long key, int holder) {
        if (key == 0) {
            return;
        }
        int known = holders.get(key);
        if (!holders.contains(key)) {
            holders.put(key, holder);
        } else if (known >= 0 && known != holder) {
            holders.put(key, known | Integer.MIN_VALUE);
        }
    }

    private static boolean isHeldByTwo(LongIntMap holders, long key) {
        return key != 0 && holders.get(key) < 0;
    }

    /**
     * The same name, full birth date and sex, and the same father or mother, in two households. Where the birthday is one
     * that many share, both parents must be the same.
     */
    private void doubleCounts(Sink sink) {
        LongIntMap persons = new LongIntMap();
        LongIntMap bearers = new LongIntMap();
        for (int row = 0; row < rows; row++) {
            if (isOrdinaryDay(row)) {
                hold(persons, byFather[row], households[row]);
                hold(persons, byMother[row], households[row]);
            }
            hold(persons, byBoth(row), households[row]);
            hold(bearers, byNumber(row), households[row]);
        }
        for (int row = 0; row < rows; row++) {
            if (wanted[row]
                    && (isHeldByTwo(persons, byBoth(row))
                            || isHeldByTwo(bearers, byNumber(row))
                            || isOrdinaryDay(row)
                                    && (isHeldByTwo(persons, byFather[row]) || isHeldByTwo(persons, byMother[row])))) {
                found(sink, row, Rule.F803_SAME_PERSON_TWICE, FormField.FULL_NAME, Map.of());
            }
        }
    }

    private boolean isOrdinaryDay(int row) {
        return days[row] != 0
                && days[row] != FIRST_OF_JANUARY
                && !(groups[row] >= 0 && groupDays.get(groups[row]).isShared(days[row]));
    }

    private long byBoth(int row) {
        return byFather[row] == 0 || byMother[row] == 0 ? 0 : Hashes.together(byFather[row], byMother[row]);
    }

    private long byNumber(int row) {
        return numbers[row] == 0 || names[row] == 0 ? 0 : Hashes.together(numbers[row], names[row]);
    }

    private void birthdays(Sink sink) {
        for (int row = 0; row < rows; row++) {
            if (!wanted[row] || groups[row] < 0 || days[row] == 0) {
                continue;
            }
            GroupDays group = groupDays.get(groups[row]);
            if (group.isShared(days[row])) {
                found(
                        sink,
                        row,
                        Rule.F804_VILLAGE_SHARES_BIRTHDAY,
                        FormField.BIRTH_DATE,
                        Map.of(
                                "count", String.valueOf(group.count(days[row])),
                                "people", String.valueOf(group.people())));
            }
        }
    }

    private void loads(Sink sink) {
        LongIntMap counts = givenLoads;
        if (!loadsGiven) {
            for (int row = 0; row < rows; row++) {
                if (loads[row] != 0) {
                    counts.put(loads[row], counts.get(loads[row]) + 1);
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            int forms = wanted[row] && loads[row] != 0 ? counts.get(loads[row]) : 0;
            if (forms > FORMS_A_DAY) {
                found(
                        sink,
                        row,
                        Rule.F805_FORMS_OF_A_DAY_IMPLAUSIBLE,
                        FormField.COLLECTED_ON,
                        Map.of("forms", String.valueOf(forms)));
            }
        }
    }

    private void runs(Sink sink) {
        long[] sorted = Arrays.copyOf(numbers, rows);
        Arrays.sort(sorted);
        LongIntMap running = new LongIntMap();
        int from = 0;
        int distinct = 1;
        for (int i = 1; i <= sorted.length; i++) {
            long step = i == sorted.length ? 0 : sorted[i] - sorted[i - 1];
            if (i < sorted.length && sorted[i - 1] != 0 && (step == 0 || step == 1)) {
                distinct += (int) step;
                continue;
            }
            if (distinct >= RUN && sorted[from] != 0) {
                for (int j = from; j < i; j++) {
                    running.put(sorted[j], 1);
                }
            }
            from = i;
            distinct = 1;
        }
        if (running.size() == 0) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            if (wanted[row] && numbers[row] != 0 && running.contains(numbers[row])) {
                found(sink, row, Rule.F806_NUMBERS_RUN_ON, FormField.PERSONAL_ID, Map.of());
            }
        }
    }

    private void found(Sink sink, int row, Rule rule, @Nullable FormField field, Map<String, String> details) {
        sink.found(
                forms[row],
                versions[row],
                new Finding(rule.code(), rule.severity(), field == null ? "" : field.column(), details));
    }

    private void grow() {
        int room = rows * 2;
        forms = Arrays.copyOf(forms, room);
        versions = Arrays.copyOf(versions, room);
        wanted = Arrays.copyOf(wanted, room);
        numbers = Arrays.copyOf(numbers, room);
        contradictory = Arrays.copyOf(contradictory, room);
        oldNumbers = Arrays.copyOf(oldNumbers, room);
        names = Arrays.copyOf(names, room);
        byFather = Arrays.copyOf(byFather, room);
        byMother = Arrays.copyOf(byMother, room);
        households = Arrays.copyOf(households, room);
        groups = Arrays.copyOf(groups, room);
        days = Arrays.copyOf(days, room);
        loads = Arrays.copyOf(loads, room);
    }
}
