package vn.dancu.linkage.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.nodes.Node;
import vn.dancu.linkage.LinkageException;
import vn.dancu.linkage.Model;

/**
 * Models as YAML. The manual is {@code docs/linkage-model.md}; an editor checks and completes a file by {@code
 * model.schema.json} beside this class.
 */
public final class ModelFile {

    /** A model is a page or two; a larger file is data that was taken for one. */
    static final long MOST_BYTES = 1 << 20;

    private static final String BUILT_IN = "person-vi";

    private ModelFile() {}

    /**
     * Reads a model file: UTF-8, or UTF-16 with a byte order mark.
     *
     * @throws LinkageException listing every mistake by line and column, or saying why the file cannot be read
     */
    public static Model read(Path file) {
        String source = String.valueOf(file.getFileName());
        byte[] bytes;
        try {
            if (Files.isDirectory(file)) {
                throw new LinkageException(
                        "Tệp mô hình " + file + " là một thư mục; hãy chỉ một tệp .yaml",
                        "The model file " + file + " is a folder; name a .yaml file");
            }
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw new LinkageException(
                        "Tệp mô hình " + file + " quá lớn (" + size + " byte, nhiều nhất " + MOST_BYTES
                                + "); có phải là tệp dữ liệu?",
                        "The model file " + file + " is too large (" + size + " bytes, at most " + MOST_BYTES
                                + "); is it a file of data?");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException absent) {
            throw new LinkageException(
                    "Không có tệp mô hình " + file + "; hãy ghi đường dẫn của tệp, hoặc " + BUILT_IN,
                    "There is no model file " + file + "; give the path of a file, or " + BUILT_IN,
                    absent);
        } catch (IOException failed) {
            throw new LinkageException(
                    "Không đọc được tệp mô hình " + file + ": " + failed.getMessage(),
                    "The model file " + file + " cannot be read: " + failed.getMessage(),
                    failed);
        }
        return parse(decoded(bytes, source), source);
    }

    /**
     * Reads a model from text.
     *
     * @param source what the text is called in messages; its name up to the last dot is the model's where it gives none
     * @throws LinkageException listing every mistake by line and column
     */
    public static Model parse(String yaml, String source) {
        Problems problems = new Problems(source);
        Node root = YamlText.compose(yaml, problems);
        int dot = source.lastIndexOf('.');
        return new ModelReader(problems).read(root, dot > 0 ? source.substring(0, dot) : source);
    }

    /**
     * A built-in model by its name ({@code person-vi}), or one by the path of its file. The built-in one stands in code, so
     * that a program starts fast; {@code person-vi.yaml} beside this class is the same model, to be copied and changed.
     *
     * @throws LinkageException as {@link #read}
     */
    public static Model named(String nameOrPath) {
        return nameOrPath.equals(BUILT_IN) ? Model.personVi() : read(path(nameOrPath));
    }

    private static Path path(String written) {
        try {
            return Path.of(written);
        } catch (InvalidPathException none) {
            throw new LinkageException(
                    "\"" + written + "\" không phải là đường dẫn của một tệp mô hình, cũng không phải là " + BUILT_IN,
                    "\"" + written + "\" is neither the path of a model file nor " + BUILT_IN,
                    none);
        }
    }

    /** A model as YAML that {@link #parse} gives back equal. What is usual is written short. */
    public static String write(Model model) {
        return new ModelWriter(model).write();
    }

    private static String decoded(byte[] bytes, String source) {
        Charset charset = StandardCharsets.UTF_8;
        int from = 0;
        if (bytes.length >= 3 && (bytes[0] & 255) == 0xEF && (bytes[1] & 255) == 0xBB && (bytes[2] & 255) == 0xBF) {
            from = 3;
        } else if (bytes.length >= 2 && (bytes[0] & 255) == 0xFF && (bytes[1] & 255) == 0xFE) {
            charset = StandardCharsets.UTF_16LE;
            from = 2;
        } else if (bytes.length >= 2 && (bytes[0] & 255) == 0xFE && (bytes[1] & 255) == 0xFF) {
            charset = StandardCharsets.UTF_16BE;
            from = 2;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new LinkageException(
                    "Tệp mô hình " + source + " không phải là văn bản UTF-8; hãy lưu lại với mã UTF-8",
                    "The model file " + source + " is not UTF-8 text; save it as UTF-8",
                    notText);
        }
    }
}
