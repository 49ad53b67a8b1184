package vn.dancu.linkage;

import java.util.Locale;

/**
 * Measures speed, memory and accuracy on the invented city; a program, not a test. Arguments: people, seed, BOOKS or ARCHIVE,
 * with numbers (true or false), scale of the noise, how many examples of errors to explain.
 */
final class LinkageTrial {

    private LinkageTrial() {}

    public static void main(String[] arguments) {
        int people = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        InventedCity.Right kind = InventedCity.Right.valueOf(arguments[2]);
        InventedCity.Noise noise =
                new InventedCity.Noise(Double.parseDouble(arguments[4]), Boolean.parseBoolean(arguments[3]));
        int examples = Integer.parseInt(arguments[5]);
        long start = System.nanoTime();
        InventedCity city = new InventedCity(people, seed, kind, noise);
        long made = System.nanoTime();
        long[] phase = {made};
        LinkOptions options = LinkOptions.defaults()
                .withThreshold(.9)
                .withUncertainFrom(.5)
                .withProgress((name, done, all) -> {
                    if (done == all) {
                        long now = System.nanoTime();
                        System.out.printf(Locale.ROOT, "  %-8s %6.2f s%n", name, (now - phase[0]) / 1e9);
                        phase[0] = now;
                    }
                });
        Linker linker = new Linker(Model.personVi(), options);
        LinkResult result = linker.link(city.left, city.right);
        long linked = System.nanoTime();
        Figures figures = city.judge(result);
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "made in %.1f s, linked in %.2f s; heap %d MB%n",
                (made - start) / 1e9,
                (linked - made) / 1e9,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        System.out.printf(
                Locale.ROOT,
                "%s P %.5f R %.5f wrong %d missed %d%n",
                figures,
                figures.precision(),
                figures.recall(),
                figures.linked() - figures.right(),
                figures.linkable() - figures.right());
        result.rules().forEach(rule -> System.out.println("  " + rule));
        result.warnings().forEach(System.out::println);
        if (examples > 0) {
            String written = result.parameters().write();
            written.lines().filter(line -> !line.startsWith("term")).forEach(System.out::println);
        }
        int shown = 0;
        for (int i = 0; i < city.truth.length && shown < examples; i++) {
            if (result.match(i) == city.truth[i]) {
                continue;
            }
            shown++;
            System.out.println("--- left " + i + " linked " + result.match(i) + " truth " + city.truth[i] + " "
                    + result.state(i) + " weights " + java.util.Arrays.toString(result.candidateWeights(i))
                    + java.util.Arrays.toString(result.candidates(i)));
            if (city.truth[i] >= 0) {
                System.out.println(linker.explain(result.parameters(), city.left, i, city.right, city.truth[i])
                        .text());
            }
            if (result.match(i) >= 0) {
                System.out.println("linked:\n"
                        + linker.explain(result.parameters(), city.left, i, city.right, result.match(i))
                                .text());
            }
        }
    }
}
