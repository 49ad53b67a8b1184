package vn.dancu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dancu.access.AccountResult;
import vn.dancu.access.BreakGlass;
import vn.dancu.access.Delegations;
import vn.dancu.access.LoginResult;
import vn.dancu.journey.CancelReason;
import vn.dancu.journey.PaperTrack;
import vn.dancu.journey.Refusal;
import vn.dancu.journey.Stage;
import vn.dancu.journey.Step;
import vn.dancu.journey.VerificationTrack;
import vn.dancu.shared.ErrorCode;
import vn.dancu.shared.Role;
import vn.dancu.shared.Severity;
import vn.dancu.shared.Texts;
import vn.dancu.shared.table.Reject;

class TextsTest {
    private static final Path BUNDLES = Sources.ROOT.resolve("app/src/main/resources/messages");
    private static final Pattern FINDING = Pattern.compile("\"([A-Z]\\d{3}_[A-Z0-9_]+)\"");
    private static final Pattern SHOWN = Pattern.compile("#\\{([\\w.-]+)[(}]");
    private static final Pattern SAID =
            Pattern.compile("\\bsay\\.text\\(\\s*[\"']([a-z][\\w.-]*\\.[\\w.-]*[\\w])[\"']\\s*[,)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private static List<Texts> languages() {
        return List.of(Texts.of(Texts.VIETNAMESE), Texts.of(Locale.ENGLISH));
    }

    private static Properties bundle(String module, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(module + "_" + language + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> modules() throws IOException {
        Set<String> modules = new TreeSet<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            files.forEach(
                    file -> modules.add(file.getFileName().toString().replaceFirst("_(vi|en)\\.properties$", "")));
        }
        return modules;
    }

    @Test
    void everyBundleIsLoaded() throws IOException {
        assertThat(Texts.MODULES)
                .as("a bundle that is not listed is never read")
                .containsAll(modules());
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        for (String module : modules()) {
            Properties vietnamese = bundle(module, "vi");
            Properties english = bundle(module, "en");

            assertThat(english.stringPropertyNames()).as(module).isEqualTo(vietnamese.stringPropertyNames());
            for (String key : vietnamese.stringPropertyNames()) {
                assertThat(placeholders(english.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(vietnamese.getProperty(key)));
                assertThat(vietnamese.getProperty(key)).as(key).isNotBlank();
                assertThat(english.getProperty(key)).as(key).isNotBlank();
            }
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            names.add(placeholder.group(1));
        }
        return names;
    }

    @Test
    void noKeyIsSaidByTwoModules() throws IOException {
        List<String> all = new ArrayList<>();
        for (String module : modules()) {
            all.addAll(bundle(module, "vi").stringPropertyNames());
        }

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeThatAPersonReadsHasASentence() {
        Set<String> missing = new TreeSet<>();
        for (Texts texts : languages()) {
            missing.addAll(missing(texts, "error.", ErrorCode.values()));
            missing.addAll(missing(texts, "severity.", Severity.values()));
            missing.addAll(missing(texts, "role.", Role.values()));
            missing.addAll(missing(texts, "reject.", Reject.values()));
            missing.addAll(missing(texts, "refusal.", Refusal.values()));
            missing.addAll(missing(texts, "stage.", Stage.values()));
            missing.addAll(missing(texts, "step.", Step.values()));
            missing.addAll(missing(texts, "paper.", PaperTrack.values()));
            missing.addAll(missing(texts, "verification.", VerificationTrack.values()));
            missing.addAll(missing(texts, "cancel.", CancelReason.values()));
            missing.addAll(missing(texts, "login.", LoginResult.Reason.values()));
            missing.addAll(missing(texts, "account.", AccountResult.values()));
            missing.addAll(missing(texts, "delegation.", Delegations.Result.values()));
            missing.addAll(missing(texts, "break-glass.", BreakGlass.Result.Why.values()));
        }

        assertThat(missing).isEmpty();
    }

    private static List<String> missing(Texts texts, String prefix, Enum<?>[] codes) {
        return Arrays.stream(codes)
                .map(code -> prefix + code.name())
                .filter(key -> texts.find(key).isEmpty())
                .toList();
    }

    @Test
    void everyFindingHasASentence() {
        Set<String> missing = new TreeSet<>();
        for (Path file : Sources.files(Sources.APPLICATION, "java")) {
            Matcher code = FINDING.matcher(Sources.text(file));
            while (code.find()) {
                String key = "finding." + code.group(1);
                languages().stream().filter(texts -> texts.find(key).isEmpty()).forEach(texts -> missing.add(key));
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void noPageShowsAKeyThatHasNoText() {
        Path resources = Sources.ROOT.resolve("app/src/main/resources/templates");
        Set<String> keys = new TreeSet<>();
        for (Path template : Sources.files(resources, "html")) {
            keys.addAll(found(SHOWN, Sources.text(template)));
            keys.addAll(found(SAID, Sources.text(template)));
        }
        for (Path file : Sources.files(Sources.APPLICATION.resolve("web"), "java")) {
            keys.addAll(found(SAID, Sources.text(file)));
        }

        assertThat(keys).as("the scan sees keys").contains("web.menu.queue", "web.rules.changed");
        assertThat(keys.stream()
                        .filter(key -> languages().stream()
                                .anyMatch(texts -> texts.find(key).isEmpty()))
                        .toList())
                .as("keys that a page shows and no bundle has")
                .isEmpty();
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> keys = new TreeSet<>();
        Matcher key = pattern.matcher(text);
        while (key.find()) {
            keys.add(key.group(1));
        }
        return keys;
    }
}
