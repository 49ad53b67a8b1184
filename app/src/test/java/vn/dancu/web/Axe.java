package vn.dancu.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * axe-core in the tests' browser: the rules of WCAG 2.2 A and AA that a machine can judge. The script comes over the
 * browser's debugging channel, which the page's content policy does not concern.
 */
final class Axe {
    private static final String SCRIPT = script();

    private Axe() {}

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is serious or critical on the page as it stands, a line each; empty when nothing is. */
    static List<String> violations(Page page) {
        return run(
                page, Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")));
    }

    /** The same by the rules whose answer depends on colours and widths; the others say the same in every look. */
    static List<String> violationsOfLook(Page page) {
        return run(
                page,
                Map.of(
                        "type",
                        "rule",
                        "values",
                        List.of("color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block")));
    }

    private static List<String> run(Page page, Map<String, Object> rules) {
        if (!Boolean.TRUE.equals(page.evaluate("typeof axe !== 'undefined'"))) {
            page.evaluate(SCRIPT + ";0");
        }
        // What is folded away is read, too; menus stay closed, because they lie over the page. A bar that sticks to the
        // edge
        // lies over whatever was scrolled there; scrolling brings that out again.
        Object found = page.evaluate("""
                async (rules) => {
                  document.querySelectorAll('main details').forEach((part) => { part.open = true; });
                  [...document.querySelectorAll('main *')]
                    .filter((part) => getComputedStyle(part).position === 'sticky')
                    .forEach((part) => { part.style.position = 'static'; });
                  // What the page does after a change of its width comes with the next picture.
                  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
                  const options = { resultTypes: ['violations'], runOnly: rules };
                  const result = await axe.run(document, options);
                  const all = [...result.violations];
                  // Of sheets that share a name one is open at a time: each in its turn.
                  for (const sheet of document.querySelectorAll('main details[name]:not([open])')) {
                    sheet.open = true;
                    all.push(...(await axe.run(sheet, options)).violations);
                  }
                  return all
                    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
                    .map((v) => ({ rule: v.id, nodes: v.nodes.map((n) => {
                      const c = n.any.find((a) => a.id === 'color-contrast')?.data;
                      return n.target.join(' ') + (c ? ` ${c.fgColor} on ${c.bgColor} ${c.contrastRatio}` : '');
                    }) }));
                }
                """, rules);
        List<String> lines = new ArrayList<>();
        for (Object violation : (List<?>) found) {
            Map<?, ?> entry = (Map<?, ?>) violation;
            List<?> nodes = (List<?>) entry.get("nodes");
            lines.add(entry.get("rule") + " ×" + nodes.size() + ": " + nodes.subList(0, Math.min(4, nodes.size())));
        }
        return lines;
    }
}
