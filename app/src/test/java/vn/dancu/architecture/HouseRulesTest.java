package vn.dancu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final int LONGEST = 400;

    /** Files that may be longer, and why. */
    private static final Map<String, String> LONGER = Map.of();

    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)+/?)`");

    @Test
    void aFileIsShortEnoughToBeRead() {
        List<String> swollen = Sources.java().stream()
                .filter(file -> Sources.text(file).lines().count() > LONGEST)
                .map(Sources::name)
                .filter(name -> !LONGER.containsKey(name))
                .toList();

        assertThat(swollen)
                .as("over %d lines without a reason listed here", LONGEST)
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndThatNothingIsNull() {
        Set<Path> folders = Sources.java().stream()
                .filter(file -> !Sources.name(file).startsWith("bench/"))
                .map(Path::getParent)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> silent = new ArrayList<>();
        for (Path folder : folders) {
            Path info = folder.resolve("package-info.java");
            if (!Files.exists(info)
                    || !Sources.text(info).contains("@NullMarked")
                    || !Sources.text(info).startsWith("/**")) {
                silent.add(Sources.name(folder));
            }
        }

        assertThat(silent).isEmpty();
    }

    @Test
    void whatTheDocumentsNameExists() {
        List<String> gone = new ArrayList<>();
        List<Path> documents = Stream.concat(
                        Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md")
                                .map(Sources.ROOT::resolve)
                                .filter(Files::exists),
                        Sources.files(Sources.ROOT.resolve("docs"), "md").stream())
                .toList();
        for (Path document : documents) {
            String text = Sources.text(document);
            Matcher link = LINK.matcher(text);
            while (link.find()) {
                String target = link.group(1);
                if (!target.contains("://") && !Files.exists(document.resolveSibling(target))) {
                    gone.add(Sources.name(document) + ": " + target);
                }
            }
            Matcher code = CODE.matcher(text);
            while (code.find()) {
                if (isOfThisProject(code.group(1)) && !exists(code.group(1))) {
                    gone.add(Sources.name(document) + ": " + code.group(1));
                }
            }
        }

        assertThat(gone).isEmpty();
    }

    /** Begins with a folder of the project, or with a package of the application. */
    private static boolean isOfThisProject(String path) {
        String first = path.substring(0, path.indexOf('/'));
        return Files.isDirectory(Sources.ROOT.resolve(first)) || Files.isDirectory(Sources.APPLICATION.resolve(first));
    }

    private static boolean exists(String path) {
        return Stream.of(Sources.ROOT, Sources.APPLICATION, Sources.ROOT.resolve("app/src/main/resources"))
                .anyMatch(base -> Files.exists(base.resolve(path)) || Files.exists(base.resolve(path + ".java")));
    }
}
