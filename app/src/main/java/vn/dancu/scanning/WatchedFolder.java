package vn.dancu.scanning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where scanners put their files ({@code dancu.scanning.watched-folder}); an operator takes in what waits there. What was written
 * to within the last seconds is left: its scanner may not have finished it.
 */
@Component
public class WatchedFolder {
    private static final Duration STILL_WRITTEN = Duration.ofSeconds(10);
    private static final List<String> ENDINGS = List.of(".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png");
    private static final int MOST = 10_000;

    private final String configured;
    private final Clock clock;

    WatchedFolder(@Value("${dancu.scanning.watched-folder:}") String configured, Clock clock) {
        this.configured = configured;
        this.clock = clock;
    }

    /** Whether such a folder is set; it may have vanished all the same: {@link #isThere}. */
    public boolean isSet() {
        return !configured.isBlank();
    }

    public boolean isThere() {
        return isSet() && Files.isDirectory(Path.of(configured));
    }

    /** Files that are whole, by name; none when there is no folder. */
    public List<Path> waiting() {
        if (!isThere()) {
            return List.of();
        }
        Instant before = clock.instant().minus(STILL_WRITTEN);
        try (Stream<Path> files = Files.list(Path.of(configured))) {
            return files.filter(file -> isWhole(file, before))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isWhole(Path file, Instant before) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        try {
            FileTime written = Files.getLastModifiedTime(file);
            // No links: a name in a folder that others write to must not lead elsewhere.
            return Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                    && ENDINGS.stream().anyMatch(name::endsWith)
                    && written.toInstant().isBefore(before);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Moves what waits into the folder; what another operator was quicker with is left out.
     *
     * @return names of what was moved
     */
    public List<String> take(List<Path> waiting, Path uploads) throws IOException {
        List<String> taken = new ArrayList<>();
        for (Path file : waiting) {
            String name = String.valueOf(file.getFileName());
            try {
                Files.move(file, uploads.resolve(ScanWork.fileName(taken.size(), name)));
                taken.add(name);
            } catch (java.nio.file.NoSuchFileException e) {
                continue;
            }
        }
        return taken;
    }
}
