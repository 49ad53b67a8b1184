package vn.dancu.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A whole synthetic city. Residential groups are made independently of each other, on all processors, and written in their
 * order: memory holds a few groups at a time, and the files do not depend on the number of threads.
 */
public final class City {
    private final CitySettings settings;
    private final List<Group> groups;
    private final Names names = new Names();
    private final Weighted<Ethnic> rural = Ethnic.rural();
    private final Weighted<Ethnic> urban = Ethnic.urban(Commune.ruralWeight());

    private City(CitySettings settings) {
        this.settings = settings;
        this.groups = Group.divide(settings.people());
    }

    /**
     * Writes {@code forms.csv}, {@code residence-book.csv}, {@code archive.csv}, {@code targets.csv}, {@code places.csv},
     * {@code truth-people.csv}, {@code truth-links.csv} and {@code truth-errors.csv} into a folder, which is made if absent. Files of these names are
     * replaced once the city is whole; a run that breaks off leaves them as they were.
     */
    public static void write(CitySettings settings, Path folder, ProgressListener listener) throws IOException {
        write(settings, folder, listener, Runtime.getRuntime().availableProcessors());
    }

    static void write(CitySettings settings, Path folder, ProgressListener listener, int threads) throws IOException {
        new City(settings).write(folder, listener, threads);
    }

    private void write(Path folder, ProgressListener listener, int threads) throws IOException {
        ExecutorService makers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "city-maker");
            thread.setDaemon(true);
            return thread;
        });
        try (CityFiles files = new CityFiles(folder)) {
            Deque<Future<CityFiles.Pieces>> ahead = new ArrayDeque<>();
            int done = 0;
            for (Group group : groups) {
                ahead.add(makers.submit(() -> made(group)));
                if (ahead.size() > threads * 3) {
                    files.append(ahead.remove().get());
                    listener.progress(++done, groups.size());
                }
            }
            while (!ahead.isEmpty()) {
                files.append(ahead.remove().get());
                listener.progress(++done, groups.size());
            }
            files.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the writing of the city was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a residential group could not be made", e.getCause());
        } finally {
            makers.shutdownNow();
        }
    }

    private CityFiles.Pieces made(Group group) {
        GroupRecords records = new GroupMaker(this, group).make();
        return CityFiles.piecesOf(records, settings);
    }

    CitySettings settings() {
        return settings;
    }

    List<Group> groups() {
        return groups;
    }

    Names names() {
        return names;
    }

    Weighted<Ethnic> mixOf(Group group) {
        return group.commune().rural() ? rural : urban;
    }

    /** Some other group of the city, of another commune if there is one. */
    Group anotherGroup(Group from, Dice dice) {
        for (int i = 0; i < 8; i++) {
            Group other = dice.oneOf(groups);
            if (other.commune() != from.commune()) {
                return other;
            }
        }
        return dice.oneOf(groups);
    }
}
