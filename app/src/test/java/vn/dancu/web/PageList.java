package vn.dancu.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every page that some role sees. Which pages there are is read from the controllers: a new one is found by itself, one with
 * a key in its address by the links to it.
 */
final class PageList {
    static final List<String> ROLES = List.of(
            World.COLLECTOR,
            World.CHIEF,
            World.CITY,
            World.PROVINCE,
            World.INSPECTOR,
            World.ARCHIVIST,
            World.ADMINISTRATOR,
            World.AUDITOR);

    /** What answers a script, a download or the address of another page: no page. */
    private static final Set<String> NO_PAGES = Set.of(
            "/forms/{id:\\d+}/weight",
            "/queue/filters/{id}",
            "/queue/officers",
            "/duplicates/weight",
            "/approvals/count",
            "/verification/key",
            "/forms/{id:\\d+}/next");

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\shref=\"(/[^\"#]*)");

    /** A page as this role gets it. */
    record Seen(String role, String path) {}

    /** Pages that open, role by role. */
    final List<Seen> pages = new ArrayList<>();

    /** One address of each status that is not 200. */
    final Map<Integer, Seen> refusals = new LinkedHashMap<>();

    /** Patterns of pages that no role was shown. */
    final Set<String> unseen = new TreeSet<>();

    private PageList() {}

    static PageList of(World world, DayOfWork day) {
        PageList list = new PageList();
        Set<String> patterns = patterns(world);
        Map<String, List<String>> examples = examples(day);
        list.unseen.addAll(patterns);
        list.unseen.remove("/login");
        for (String role : ROLES) {
            list.walk(Officer.login(world, role), role, patterns, examples);
        }
        return list;
    }

    /** Each address once, by the first role that it opens for. */
    List<Seen> onceEach() {
        Set<String> known = new HashSet<>();
        return pages.stream().filter(page -> known.add(page.path())).toList();
    }

    List<String> pathsOf(String role) {
        return pages.stream()
                .filter(page -> page.role().equals(role))
                .map(Seen::path)
                .toList();
    }

    private void walk(Officer officer, String role, Set<String> patterns, Map<String, List<String>> examples) {
        Deque<String> paths = new ArrayDeque<>();
        Set<String> known = new HashSet<>();
        Set<String> asked = new LinkedHashSet<>();
        for (String pattern : patterns) {
            List<String> named = examples.getOrDefault(pattern, pattern.contains("{") ? List.of() : List.of(pattern));
            paths.addAll(named);
            if (!named.isEmpty()) {
                known.add(pattern);
            }
        }
        paths.remove("/login");
        while (!paths.isEmpty()) {
            String path = paths.remove();
            if (!asked.add(path)) {
                continue;
            }
            Officer.Answer answer = officer.get(path);
            if (answer.status() != 200) {
                refusals.putIfAbsent(answer.status(), new Seen(role, path));
                continue;
            }
            patternOf(path, patterns).ifPresent(unseen::remove);
            pages.add(new Seen(role, path));
            Matcher link = LINK.matcher(answer.body());
            while (link.find()) {
                String address = link.group(1).replace("&amp;", "&");
                // Pages with a key are found by following the links of pages, one of each kind.
                patternOf(address, patterns).filter(known::add).ifPresent(pattern -> paths.add(address));
            }
        }
    }

    private static Optional<String> patternOf(String path, Set<String> patterns) {
        PathContainer plain = PathContainer.parsePath(path.replaceFirst("[?#].*", ""));
        return patterns.stream()
                .filter(pattern ->
                        PathPatternParser.defaultInstance.parse(pattern).matches(plain))
                .findFirst();
    }

    /** By pattern: where to find the page. Those without a key stand for themselves. */
    private static Map<String, List<String>> examples(DayOfWork day) {
        Map<String, List<String>> examples = new LinkedHashMap<>();
        examples.put(
                "/forms/{id:\\d+}",
                List.of(
                        "/forms/" + day.differing + "?q=differs",
                        "/forms/" + day.returned + "?q=returned",
                        "/forms/" + day.held + "?q=on-hold",
                        "/forms/" + day.registered + "?p=inspection"));
        examples.put("/forms/{id:\\d+}/compare", List.of("/forms/" + day.differing + "/compare?q=differs"));
        examples.put("/forms/{id:\\d+}/correct", List.of("/forms/" + day.returned + "/correct?q=returned"));
        examples.put("/verification/{id:\\d+}", List.of("/verification/" + day.planned));
        examples.put("/verification/rounds/{id:\\d{1,18}}", List.of("/verification/rounds/1"));
        examples.put("/verification/sheets/{id:\\d{1,18}}", List.of("/verification/sheets/1"));
        examples.put("/announcements/{id:\\d{1,18}}", List.of("/announcements/" + day.campaign.announcement));
        examples.put("/collection-days/{id:\\d{1,18}}", List.of("/collection-days/" + day.campaign.collectionDay));
        examples.put("/missing/lists/{id:\\d{1,18}}", List.of("/missing/lists/" + day.campaign.walkingList));
        examples.put("/keying/{id:\\d{1,18}}", List.of("/keying/" + day.keyed, "/keying/" + day.toKey));
        examples.put("/reports/{id:\\d{1,18}}", List.of("/reports/" + day.campaign.report));
        examples.put("/reports/{id:\\d{1,18}}/check", List.of("/reports/" + day.campaign.report + "/check"));
        examples.put("/review/checks/{id:\\d+}", List.of("/review/checks/1"));
        examples.put(
                "/queue", List.of("/queue?q=differs", "/queue?q=must-fix", "/queue?q=to-approve", "/queue?q=on-hold"));
        examples.put("/list", List.of("/list?p=re-check"));
        examples.put("/progress/forms", List.of("/progress/forms?m=persons"));
        examples.put("/audit", List.of("/audit?purpose=x"));
        return examples;
    }

    /** Every address that a controller answers with a page. */
    private static Set<String> patterns(World world) {
        Set<String> patterns = new TreeSet<>();
        Map<RequestMappingInfo, HandlerMethod> handlers = world.context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
        handlers.forEach((info, handler) -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            boolean isPage = handler.getMethod().getReturnType() == String.class
                    && !handler.hasMethodAnnotation(ResponseBody.class)
                    && (methods.isEmpty() || methods.contains(RequestMethod.GET));
            if (isPage) {
                patterns.addAll(info.getPatternValues());
            }
        });
        patterns.removeAll(NO_PAGES);
        patterns.remove("/error");
        patterns.removeIf(pattern -> pattern.startsWith("/api/"));
        return patterns;
    }
}
