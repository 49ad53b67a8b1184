package vn.dancu.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dancu.civil.form.FormVersion;
import vn.dancu.civil.form.FormVersions;

/** The layouts that come with the program: one per version of a form, read from {@code forms.yaml} once. */
public final class Forms {
    private static final Map<String, FormLayout> BUILT_IN = load();

    private Forms() {}

    /** By the version's id as files have it: DC01/41-2019; a slash for the hyphen, spaces and case are overlooked. */
    public static Optional<FormLayout> version(String id) {
        return FormVersions.builtIn().find(id).flatMap(known -> Optional.ofNullable(BUILT_IN.get(known.id())));
    }

    /** In the order of the file: by form, then by their first days. */
    public static List<FormLayout> all() {
        return List.copyOf(BUILT_IN.values());
    }

    /**
     * A layout out of a file of its own: how a page of somebody else is kept once its fields were drawn.
     *
     * @param name told in problems
     * @throws LayoutException when the file does not describe at least one page
     */
    public static FormLayout read(FormVersion version, String name, String yaml) {
        LayoutNode file = LayoutNode.parse(name, yaml);
        List<FormPage> pages = new LayoutReader(version, file).pages(file);
        if (pages.isEmpty()) {
            throw file.problem("pages are missing");
        }
        return new FormLayout(version, pages, file.texts("unconfirmed"));
    }

    /** The file that {@link #read} makes the same pages of; what the version itself says is kept elsewhere. */
    public static String write(FormLayout layout) {
        return LayoutWriter.write(layout);
    }

    private static Map<String, FormLayout> load() {
        Map<String, FormLayout> layouts = new LinkedHashMap<>();
        LayoutNode index = LayoutNode.parse("forms.yaml", resource("forms.yaml"));
        for (LayoutNode entry : index.list("forms")) {
            String id = entry.text("form");
            FormVersion version = FormVersions.builtIn()
                    .find(id)
                    .orElseThrow(() -> entry.problem("no version of a form is called " + id));
            String file = entry.text("layout");
            LayoutNode layout = LayoutNode.parse(file, resource(file));
            List<String> unconfirmed = new ArrayList<>(layout.texts("unconfirmed"));
            unconfirmed.addAll(entry.texts("unconfirmed"));
            layouts.put(
                    version.id(), new FormLayout(version, new LayoutReader(version, entry).pages(layout), unconfirmed));
        }
        return layouts;
    }

    private static String resource(String name) {
        try (InputStream in = Forms.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("a layout that comes with the program is not there: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("a layout that comes with the program cannot be read: " + name, e);
        }
    }
}
