package vn.dancu.simulator;

import java.nio.file.Path;

/** Writes a city from the command line, to look at or to measure: people, seed, folder, and threads if wanted. */
final class WriteCity {
    private WriteCity() {}

    public static void main(String[] arguments) throws Exception {
        int people = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        int threads = arguments.length > 3
                ? Integer.parseInt(arguments[3])
                : Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        City.write(CitySettings.defaults(people, seed), Path.of(arguments[2]), ProgressListener.SILENT, threads);
        System.out.printf("%,d people in %.1f s%n", people, (System.nanoTime() - start) / 1e9);
    }
}
