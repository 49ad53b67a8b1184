package vn.dancu.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every text that a person reads, by key, in Vietnamese or English: the bundles {@code messages/<module>_<language>}.
 * A placeholder {@code {name}} is replaced by the detail of that name.
 */
public final class Texts {
    /** The modules that bring texts; a test holds that each has both languages and the same keys. */
    public static final List<String> MODULES = List.of(
            "shared",
            "intake",
            "sources",
            "quality",
            "reconciliation",
            "journey",
            "verification",
            "custody",
            "scanning",
            "campaign",
            "reporting",
            "access",
            "audit",
            "web",
            "web-queue",
            "web-form",
            "web-desk",
            "web-archive",
            "web-dashboard",
            "web-export",
            "web-inspection",
            "web-reports",
            "web-admin",
            "web-verification",
            "web-campaign",
            "web-keying",
            "web-scan",
            "job",
            "cli");

    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final Map<String, Texts> LOADED = new ConcurrentHashMap<>();

    private final Map<String, String> texts;

    private Texts(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Vietnamese unless English is asked for. */
    public static Texts of(Locale locale) {
        String language = locale.getLanguage().equals("en") ? "en" : "vi";
        return LOADED.computeIfAbsent(language, Texts::load);
    }

    private static Texts load(String language) {
        Map<String, String> texts = new HashMap<>();
        for (String module : MODULES) {
            try {
                Enumeration<URL> bundles = Texts.class
                        .getClassLoader()
                        .getResources("messages/" + module + "_" + language + ".properties");
                while (bundles.hasMoreElements()) {
                    read(bundles.nextElement(), texts);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Texts(Map.copyOf(texts));
    }

    private static void read(URL bundle, Map<String, String> texts) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(bundle.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** The text, or the key itself where there is none, so that a gap is seen and nothing breaks. */
    public String get(String key) {
        return texts.getOrDefault(key, key);
    }

    public String get(String key, Map<String, String> details) {
        return fill(get(key), details);
    }

    /** The sentence for a finding: key {@code finding.<code>}. */
    public String finding(Finding finding) {
        return get("finding." + finding.code(), finding.details());
    }

    public Set<String> keys() {
        return texts.keySet();
    }

    private static String fill(String text, Map<String, String> details) {
        int open = text.indexOf('{');
        if (open < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String value = details.get(text.substring(open + 1, close));
            filled.append(text, from, open).append(value == null ? text.substring(open, close + 1) : value);
            from = close + 1;
            open = text.indexOf('{', from);
        }
        return filled.append(text, from, text.length()).toString();
    }
}
