package vn.dancu.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A small city made for these tests: households that look like households, twins, a son with his father's name, a village
 * that shares a birthday, the old who know their year only. Forms on the left, books or archive on the right, with noise on
 * the right. Seeded.
 */
final class InventedCity {

    enum Right {
        BOOKS,
        ARCHIVE
    }

    /** Rates on the right side, as the bar of the engine names them; {@code scale} multiplies all. */
    record Noise(double scale, boolean numbers) {}

    static final int COLUMNS = 16;
    private static final int KEPT_ROWS = 5_000;
    /** The right rows as written, where the city is small. */
    final List<@Nullable String[]> rightRowsInOrder = new ArrayList<>();
    /** The first left rows as written. */
    final List<@Nullable String[]> leftRows = new ArrayList<>();

    private final Random random;
    private final Noise noise;
    private final Right kind;
    private final int communes;
    final Records left;
    final Records right;
    /** By left row: the right row of the same person, or -1. */
    final int[] truth;

    private record Person(
            String surname,
            String middle,
            String given,
            int y,
            int m,
            int d,
            boolean male,
            String id,
            String oldId,
            boolean old) {
        String name() {
            return surname + " " + middle + " " + given;
        }
    }

    private int people = 0;
    private Records.@Nullable Builder leftBuilder;
    private Records.@Nullable Builder rightBuilder;
    /** A large city goes straight into its records, unshuffled, to measure memory. */
    private final boolean stream;

    private final List<@Nullable String[]> rightRows = new ArrayList<>();
    private final List<Integer> leftOf = new ArrayList<>();
    private final List<Integer> rightOf = new ArrayList<>();
    private final double onLeft;
    private final double onRight;

    InventedCity(int size, long seed, Right kind, Noise noise) {
        this(size, seed, kind, noise, .97, .95);
    }

    InventedCity(int size, long seed, Right kind, Noise noise, double onLeft, double onRight) {
        this.random = new Random(seed);
        this.kind = kind;
        this.noise = noise;
        this.onLeft = onLeft;
        this.onRight = onRight;
        this.communes = Math.max(1, Math.min(400, size / 7000 + 1));
        leftBuilder = Records.builder(Model.personVi(), size);
        rightBuilder = Records.builder(Model.personVi(), size);
        stream = size > 200_000;
        int household = 0;
        while (people < size) {
            household(household++);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rightOf.size(); i++) {
            order.add(i);
        }
        if (!stream) {
            java.util.Collections.shuffle(order, random);
        }
        int[] rightRowOf = new int[people];
        java.util.Arrays.fill(rightRowOf, -1);
        for (int at = 0; at < order.size(); at++) {
            if (!stream) {
                rightBuilder.add("R" + order.get(at), rightRows.get(order.get(at)));
                rightRowsInOrder.add(rightRows.get(order.get(at)));
            }
            rightRowOf[rightOf.get(order.get(at))] = at;
        }
        left = leftBuilder.build();
        right = rightBuilder.build();
        leftBuilder = null;
        rightBuilder = null;
        truth = leftOf.stream().mapToInt(person -> rightRowOf[person]).toArray();
        rightRows.clear();
    }

    private void household(int number) {
        int commune = random.nextInt(communes);
        int group = random.nextInt(12);
        String hometown = pick(InventedNames.PLACES);
        String surname = pick(InventedNames.SURNAMES);
        boolean village = group == 11 && commune % 3 == 0;
        int year = 2020 - 25 - random.nextInt(40);
        List<Person> members = new ArrayList<>();
        Person father = person(surname, year, true, village);
        Person mother = person(pick(InventedNames.SURNAMES), year + random.nextInt(6) - 2, false, village);
        members.add(father);
        members.add(mother);
        int children = random.nextInt(4);
        int last = year + 20;
        for (int c = 0; c < children && last < 2020; c++) {
            last += 1 + random.nextInt(4);
            Person child = person(surname, Math.min(2020, last), random.nextBoolean(), village);
            if (child.male && random.nextInt(60) == 0) {
                child = new Person(
                        surname,
                        father.middle,
                        father.given,
                        child.y,
                        child.m,
                        child.d,
                        true,
                        child.id,
                        child.oldId,
                        child.old);
            }
            members.add(child);
            if (random.nextInt(80) == 0) {
                members.add(person(surname, child.y, random.nextBoolean(), child.m, child.d));
            }
        }
        Person grand = null;
        if (random.nextInt(3) == 0) {
            grand = person(surname, year - 22 - random.nextInt(8), random.nextBoolean(), village);
            members.add(grand);
        }
        for (int n = 0; n < members.size(); n++) {
            Person p = members.get(n);
            String relation = n == 0 ? "Chủ hộ" : n == 1 ? "Vợ" : p == grand ? (p.male ? "Cha" : "Mẹ") : "Con";
            boolean child = n > 1 && p != grand;
            String fatherName = child ? father.name() : name(surname, true);
            String motherName = child ? mother.name() : name(pick(InventedNames.SURNAMES), false);
            String spouse = n == 0 ? mother.name() : n == 1 ? father.name() : null;
            int me = people++;
            if (random.nextDouble() < onLeft) {
                leftOf.add(me);
                @Nullable
                String[] row =
                        form(p, commune, group, number, relation, father, fatherName, motherName, spouse, hometown);
                if (leftRows.size() < KEPT_ROWS) {
                    leftRows.add(row);
                }
                leftBuilder.add("L" + me, row);
            }
            if (random.nextDouble() < onRight) {
                rightOf.add(me);
                @Nullable
                String[] row =
                        entry(p, commune, group, number, relation, father, fatherName, motherName, spouse, hometown);
                if (stream) {
                    rightBuilder.add("R" + me, row);
                } else {
                    rightRows.add(row);
                }
            }
        }
    }

    private @Nullable String[] form(
            Person p,
            int commune,
            int group,
            int household,
            String relation,
            Person head,
            String father,
            String mother,
            @Nullable String spouse,
            String hometown) {
        boolean number = noise.numbers && !happens(.05) && (2020 - p.y >= 14 || random.nextBoolean());
        return new String[] {
            p.name().toUpperCase(java.util.Locale.ROOT),
            null,
            date(p.y, p.m, p.d),
            p.male ? "Nam" : "Nữ",
            number ? p.id : null,
            noise.numbers && p.old ? p.oldId : null,
            "C" + commune,
            "Tổ " + group,
            "H" + household,
            relation,
            head.name(),
            father,
            mother,
            spouse,
            hometown,
            "Số " + household % 300 + " tổ " + group
        };
    }

    private @Nullable String[] entry(
            Person p,
            int commune,
            int group,
            int household,
            String relation,
            Person head,
            String father,
            String mother,
            @Nullable String spouse,
            String hometown) {
        boolean yearOnly = p.y < 1960 && happens(.25);
        int y = p.y;
        int m = p.m;
        int d = p.d;
        if (happens(.005) && d <= 12) {
            int swap = m;
            m = d;
            d = swap;
        } else if (happens(.005)) {
            y += random.nextBoolean() ? 1 : -1;
        } else if (happens(.01)) {
            d = 1 + (d + random.nextInt(27)) % 28;
        }
        String id = noise.numbers && !happens(.05) ? happens(.02) ? wrong(p.id) : p.id : null;
        String old = noise.numbers && p.old ? happens(.15) ? digits(9) : happens(.01) ? wrong(p.oldId) : p.oldId : null;
        boolean moved = happens(.06);
        int place = moved ? random.nextInt(communes) : commune;
        int theirGroup = moved ? random.nextInt(12) : group;
        String home = moved
                ? "H" + (1_000_000_000 + random.nextInt(100_000_000))
                : "H" + (happens(.02) ? random.nextInt(household + 50) : household);
        boolean books = kind == Right.BOOKS;
        return new String[] {
            noisy(p.surname, p.middle, p.given),
            null,
            yearOnly ? "" + y : date(y, m, d),
            p.male != happens(.002) ? "Nam" : "Nữ",
            id,
            old,
            "C" + place,
            books ? "Tổ " + theirGroup : null,
            books ? home : "T" + home,
            relation,
            noisy(head.surname, head.middle, head.given),
            books ? null : noisyWhole(father),
            books ? null : noisyWhole(mother),
            books || spouse == null ? null : noisyWhole(spouse),
            happens(.1) ? "xã X, " + hometown : hometown,
            null
        };
    }

    private String noisyWhole(String name) {
        String[] words = name.split(" ", 2);
        int last = words[1].lastIndexOf(' ');
        return last < 0 ? name : noisy(words[0], words[1].substring(0, last), words[1].substring(last + 1));
    }

    private String noisy(String surname, String middle, String given) {
        String s = surname;
        String m = middle;
        String g = given;
        boolean mong = "Giàng Vừ Thào Sùng Hầu Lù Cháng Tráng".contains(s);
        if (mong && happens(.15)) {
            m = pick(InventedNames.MALE_MIDDLE);
        }
        if (happens(.04)) {
            m = "";
        }
        if (happens(.015)) {
            g = typo(g);
        }
        if (happens(.01)) {
            s = typo(s);
        }
        if (happens(.03)) {
            g = toneMoved(g);
        }
        String name = (s + " " + m + " " + g).replace("  ", " ");
        return happens(.05) ? Reading.fold(name) : name;
    }

    private String toneMoved(String word) {
        String tones = "\u0300\u0301\u0303\u0309\u0323";
        String apart = java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder();
        for (char c : apart.toCharArray()) {
            out.append(tones.indexOf(c) >= 0 ? tones.charAt(random.nextInt(5)) : c);
        }
        return java.text.Normalizer.normalize(out, java.text.Normalizer.Form.NFC);
    }

    private String typo(String word) {
        int at = random.nextInt(word.length());
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + letter + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            default -> word.length() < 3 ? word + letter : word.substring(0, at) + word.substring(at + 1);
        };
    }

    private boolean happens(double rate) {
        return random.nextDouble() < rate * noise.scale;
    }

    private Person person(String surname, int year, boolean male, boolean village) {
        boolean shared = village && random.nextInt(2) == 0;
        boolean first = year < 1965 && random.nextInt(6) == 0;
        return person(
                surname,
                year,
                male,
                shared || first ? 1 : 1 + random.nextInt(12),
                shared || first ? 1 : 1 + random.nextInt(28));
    }

    private Person person(String surname, int year, boolean male, int month, int day) {
        String middle = pick(male ? InventedNames.MALE_MIDDLE : InventedNames.FEMALE_MIDDLE);
        String id =
                "002" + (year >= 2000 ? male ? 2 : 3 : male ? 0 : 1) + String.format("%02d", year % 100) + digits(6);
        return new Person(surname, middle, given(male), year, month, day, male, id, digits(9), year < 2005);
    }

    private String name(String surname, boolean male) {
        return surname + " " + pick(male ? InventedNames.MALE_MIDDLE : InventedNames.FEMALE_MIDDLE) + " " + given(male);
    }

    /** Frequent names are more frequent: the square of a uniform draw. */
    private String given(boolean male) {
        String[] names = male ? InventedNames.MALE : InventedNames.FEMALE;
        double draw = random.nextDouble();
        String name = names[(int) (draw * draw * names.length)];
        return name;
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String wrong(String number) {
        if (random.nextInt(3) == 0) {
            return number.substring(0, 6) + digits(number.length() - 6);
        }
        int at = random.nextInt(number.length());
        return number.substring(0, at) + (char) ('0' + random.nextInt(10)) + number.substring(at + 1);
    }

    private static String date(int y, int m, int d) {
        return String.format("%02d/%02d/%04d", d, m, y);
    }

    private String pick(String[] weighted) {
        int sum = 0;
        for (String entry : weighted) {
            sum += Integer.parseInt(entry.substring(entry.indexOf('*') + 1));
        }
        int draw = random.nextInt(sum);
        for (String entry : weighted) {
            int star = entry.indexOf('*');
            draw -= Integer.parseInt(entry.substring(star + 1));
            if (draw < 0) {
                return entry.substring(0, star);
            }
        }
        throw new IllegalStateException();
    }

    Figures judge(LinkResult result) {
        int linkable = 0;
        int linked = 0;
        int rightly = 0;
        int uncertain = 0;
        for (int i = 0; i < truth.length; i++) {
            linkable += truth[i] >= 0 ? 1 : 0;
            linked += result.match(i) >= 0 ? 1 : 0;
            rightly += truth[i] >= 0 && result.match(i) == truth[i] ? 1 : 0;
            uncertain += result.state(i) == LinkResult.State.UNCERTAIN ? 1 : 0;
        }
        return new Figures(linkable, linked, rightly, uncertain);
    }
}
