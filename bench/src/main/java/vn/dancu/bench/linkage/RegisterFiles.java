package vn.dancu.bench.linkage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Collection forms (left) and residence book (right) of one invented population as CSV, shuffled, with the truth. Streamed:
 * ten million people need no more memory than ten.
 */
final class RegisterFiles {

    /** Which columns the files have. */
    enum Flavour {
        /** id,surname,middle_name,given_name,birth_date,sex,commune,personal_id,old_id. */
        PERSONS("id,surname,middle_name,given_name,birth_date,sex,commune,personal_id,old_id"),
        /** The columns of the built-in model. */
        CITY("id,full_name,other_name,birth_date,sex,personal_id,old_ids,commune,group,household,relation,head_name,"
                + "father_name,mother_name,spouse_name,hometown,address");

        final String header;

        Flavour(String header) {
            this.header = header;
        }
    }

    /**
     * @param people in the population; of them 97 % have a form and 95 % an entry in the book
     * @param scale of the noise; 1 is the bar's
     * @param numbers whether there are personal and old numbers at all
     */
    record Plan(long people, long seed, Flavour flavour, double scale, boolean numbers) {

        /** A name for the folder. */
        String name() {
            String noise = scale == 1 ? "" : "-noise" + scale;
            return flavour.name().toLowerCase(java.util.Locale.ROOT) + "-" + people + "-" + seed + noise
                    + (numbers ? "" : "-without-numbers");
        }
    }

    private static final double ON_LEFT = .97;
    private static final double ON_RIGHT = .95;
    private static final int OF_AGE = 2020 - 14;

    final Path left;
    final Path right;
    /** left_id,right_id. */
    final Path truth;

    private final Plan plan;
    private final Population population;
    private final Shuffle leftOrder;
    private final Shuffle rightOrder;

    private RegisterFiles(Plan plan, Path folder) {
        this.plan = plan;
        this.left = folder.resolve("forms.csv");
        this.right = folder.resolve("book.csv");
        this.truth = folder.resolve("truth.csv");
        this.population = new Population(plan.people, plan.seed);
        this.leftOrder = new Shuffle(plan.people, plan.seed + 101);
        this.rightOrder = new Shuffle(plan.people, plan.seed + 102);
    }

    /** Writes them below the folder, unless they are there. */
    static RegisterFiles in(Path folder, Plan plan) throws IOException {
        Path own = folder.resolve(plan.name());
        Files.createDirectories(own);
        RegisterFiles files = new RegisterFiles(plan, own);
        // The truth is written last: where it is, the rest is whole.
        if (!Files.exists(files.truth)) {
            write(files.left, plan.flavour.header, out -> files.writeSide(out, true));
            write(files.right, plan.flavour.header, out -> files.writeSide(out, false));
            write(files.truth, "left_id,right_id", files::writeTruth);
        }
        return files;
    }

    private interface Content {
        void to(BufferedWriter out) throws IOException;
    }

    private static void write(Path file, String header, Content content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            out.write(header);
            out.write('\n');
            content.to(out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void writeSide(BufferedWriter out, boolean onLeft) throws IOException {
        Shuffle order = onLeft ? leftOrder : rightOrder;
        for (long place = 0; place < plan.people; place++) {
            long number = order.at(place);
            SplittableRandom random = random(number, onLeft);
            if (random.nextDouble() >= (onLeft ? ON_LEFT : ON_RIGHT)) {
                continue;
            }
            Resident person = population.resident(number);
            BookNoise noise = new BookNoise(random, plan.scale);
            @Nullable String[] row = onLeft ? form(person, noise) : entry(person, noise);
            out.write(onLeft ? 'F' : 'B');
            out.write(Long.toString(place));
            for (String cell : row) {
                out.write(',');
                if (cell != null) {
                    out.write(cell);
                }
            }
            out.write('\n');
        }
    }

    private void writeTruth(BufferedWriter out) throws IOException {
        for (long place = 0; place < plan.people; place++) {
            long number = leftOrder.at(place);
            if (random(number, true).nextDouble() < ON_LEFT
                    && random(number, false).nextDouble() < ON_RIGHT) {
                out.write("F" + place + ",B" + rightOrder.placeOf(number) + "\n");
            }
        }
    }

    private SplittableRandom random(long number, boolean onLeft) {
        return new SplittableRandom(Shuffle.mix(plan.seed * 2 + (onLeft ? 1 : 0)) ^ Shuffle.mix(number + 7));
    }

    private @Nullable String[] form(Resident p, BookNoise noise) {
        boolean ofAge = p.year() <= OF_AGE || p.number() % 2 == 0;
        String id = plan.numbers && ofAge && !noise.happens(BookNoise.NUMBER_MISSING) ? p.personalId() : null;
        String old = plan.numbers && !noise.happens(BookNoise.NUMBER_MISSING) ? p.oldId() : null;
        String date = BookNoise.dayMonthYear(p.day(), p.month(), p.year());
        String sex = p.male() ? "Nam" : "Nữ";
        if (plan.flavour == Flavour.PERSONS) {
            return new String[] {
                p.surname(), p.middle(), p.given(), date, sex, commune(p.home().commune()), id, old
            };
        }
        Resident head = head(p);
        return new String[] {
            p.name(),
            null,
            date,
            sex,
            id,
            old,
            commune(p.home().commune()),
            "Tổ " + p.home().group(),
            "H" + p.home().household(),
            p.relation(),
            head.name(),
            p.kin().father(),
            p.kin().mother(),
            p.spouse(),
            p.home().hometown(),
            "Số " + p.home().household() % 300 + " tổ " + p.home().group()
        };
    }

    private @Nullable String[] entry(Resident p, BookNoise noise) {
        String[] name = noise.name(p.surname(), p.middle(), p.given());
        String date = noise.date(p);
        String sex = noise.male(p) ? "Nam" : "Nữ";
        String id = noise.number(plan.numbers ? p.personalId() : null);
        String old = noise.number(plan.numbers ? p.oldId() : null);
        boolean moved = noise.moved();
        int commune = moved ? noise.below(population.communes()) : p.home().commune();
        if (plan.flavour == Flavour.PERSONS) {
            return new String[] {name[0], name[1], name[2], date, sex, commune(commune), id, old};
        }
        int group = moved ? noise.below(12) : p.home().group();
        long household = p.home().household();
        if (moved) {
            household = 1_000_000_000L + noise.below(100_000_000);
        } else if (noise.happens(.02)) {
            household = noise.below((int) Math.min(Integer.MAX_VALUE, household + 50));
        }
        return new String[] {
            name[1].isEmpty() ? name[0] + " " + name[2] : String.join(" ", name),
            null,
            date,
            sex,
            id,
            old,
            commune(commune),
            "Tổ " + group,
            "H" + household,
            p.relation(),
            noise.wholeName(head(p).name()),
            null,
            null,
            null,
            p.home().hometown(),
            null
        };
    }

    private Resident head(Resident p) {
        return p.relation().equals("Chủ hộ") ? p : population.headOf(p.number());
    }

    private static String commune(int number) {
        return Population.digits(10_001L + 3L * number, 5);
    }
}
