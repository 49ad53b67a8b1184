package vn.dancu.scanning;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.dancu.shared.DanCuException;
import vn.dancu.shared.ErrorCode;

/**
 * Images of scanned pages, encrypted (AES-256-GCM) in the data folder, each under the digest of what was encrypted, which is
 * also bound into it: an image that was exchanged for another is not opened. Written once, never changed. The key lies in a file
 * of its own (0600) beside the folder: whoever takes the images alone has nothing, and whoever loses the key has lost them.
 */
@Component
class ImageFolder {
    private final Environment environment;
    private @Nullable Aead sealing;

    ImageFolder(Environment environment) {
        this.environment = environment;
    }

    private Path data() throws IOException {
        String jobs = environment.getProperty("dancu.jobs.folder", "");
        Path data = jobs.isEmpty()
                ? Path.of(System.getProperty("java.io.tmpdir"), "dancu-scans-" + System.getProperty("user.name"))
                : Path.of(jobs).toAbsolutePath().getParent();
        return privately(data == null ? Path.of("/") : data);
    }

    Path folder() throws IOException {
        return privately(data().resolve("scans"));
    }

    private static Path privately(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (FileAlreadyExistsException e) {
                return folder;
            }
        }
        return folder;
    }

    /** Bytes that may still be written on the disk of the images. */
    long free() {
        try {
            return Files.getFileStore(folder()).getUsableSpace();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** @return the digest, 64 hexadecimal digits, under which it is found again */
    String keep(byte[] image) {
        String digest = digest(image);
        try {
            Aead keys = sealing();
            Path file = place(digest);
            if (!Files.exists(file)) {
                Path unfinished = Files.createTempFile(
                        folder(),
                        "new",
                        ".part",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(unfinished, keys.encrypt(image, digest.getBytes(StandardCharsets.US_ASCII)));
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return digest;
        } catch (IOException e) {
            throw cannotWrite(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an image cannot be encrypted", e);
        }
    }

    /**
     * Empty when the image is gone from the folder, which is to be told and not hidden.
     *
     * @throws DanCuException E101 when it cannot be opened: changed, or of another key
     */
    Optional<byte[]> open(String digest) {
        try {
            Path file = place(digest);
            return Files.isRegularFile(file)
                    ? Optional.of(
                            sealing().decrypt(Files.readAllBytes(file), digest.getBytes(StandardCharsets.US_ASCII)))
                    : Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            throw new DanCuException(
                    ErrorCode.E101_FILE_NOT_READABLE,
                    "Ảnh quét đã bị thay đổi hoặc sai khóa / The scanned image was changed, or the key is another",
                    e);
        }
    }

    private static String digest(byte[] image) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Path place(String digest) throws IOException {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a digest");
        }
        return privately(folder().resolve(digest.substring(0, 2))).resolve(digest);
    }

    private synchronized Aead sealing() throws IOException, GeneralSecurityException {
        Aead known = sealing;
        if (known != null) {
            return known;
        }
        AeadConfig.register();
        Path file = data().resolve("scan-images.key");
        if (!Files.exists(file)) {
            // A new key beside old images would hide that theirs is lost.
            try (Stream<Path> images = Files.list(folder())) {
                if (images.anyMatch(Files::isDirectory)) {
                    throw new IOException("the key of the scanned images is gone");
                }
            }
            KeysetHandle fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            String text = TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get());
            Path unfinished = Files.createTempFile(
                    data(),
                    "new",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        KeysetHandle keys =
                TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        Aead opened = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        sealing = opened;
        return opened;
    }

    static DanCuException cannotWrite(IOException cause) {
        return new DanCuException(
                ErrorCode.E302_CANNOT_WRITE,
                "Không ghi được vào thư mục ảnh quét / The folder of scanned images cannot be written to",
                cause);
    }
}
