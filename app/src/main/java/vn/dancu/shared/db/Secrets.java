package vn.dancu.shared.db;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Generated passwords in a file that only its owner reads (0600). */
final class Secrets {
    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets load(Path file) throws IOException {
        Secrets secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                secrets.values.load(reader);
            }
        }
        return secrets;
    }

    @Nullable
    String find(String name) {
        return values.getProperty(name);
    }

    /** @throws IOException when the file lacks it, which is the case after a part of the data folder was lost */
    String get(String name) throws IOException {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IOException(file.getFileName() + " lacks \"" + name + "\"; restore it from a backup");
        }
        return value;
    }

    void set(String name, String value) {
        values.setProperty(name, value);
    }

    /** A generated password of 192 bits, made when it is first asked for. */
    String orGenerate(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            value = HexFormat.of().formatHex(random);
            values.setProperty(name, value);
        }
        return value;
    }

    /** Written aside and moved into place, so that a crash leaves the old file or the new one. */
    void save() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            values.store(writer, null);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
