package vn.dancu.bench.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/**
 * A browser's tab without pictures: keeps cookies, takes pages gzipped, fetches what a page links once and asks again only
 * what the server says must be asked again, sends a page's forms with all their fields.
 */
final class Tab {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String base;
    private final Book book;
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, Kept> cache = new HashMap<>();
    private boolean isWarmingUp;

    Tab(HttpClient http, String base, Book book) {
        this.http = http;
        this.base = base;
        this.book = book;
    }

    /** Until it is false again, what is sent is not measured: the server is still cold. */
    void warmUp(boolean isWarmingUp) {
        this.isWarmingUp = isWarmingUp;
    }

    /** A file the browser holds. */
    private record Kept(@Nullable String etag, @Nullable String modified, boolean askAgain) {}

    /** Where every request is written down. */
    interface Book {
        /**
         * @param kind null while the server warms up
         * @param status 0 when no answer came
         */
        void write(@Nullable Kind kind, int status, long nanos, String what);
    }

    /** A page as it arrived. */
    record Shown(int status, String path, Document document) {
        boolean isOk() {
            return status == 200;
        }

        /** The first form whose action contains the text; null without one. */
        @Nullable
        FormElement form(String action) {
            for (Element form : document.select("form[action*=" + action + "]")) {
                if (form instanceof FormElement found && found.attr("method").equalsIgnoreCase("post")) {
                    return found;
                }
            }
            return null;
        }

        List<String> links(String pattern) {
            return document.select("a[href]").stream()
                    .map(link -> link.attr("href"))
                    .filter(href -> href.matches(pattern))
                    .distinct()
                    .toList();
        }
    }

    /** Opens a page and what it links. */
    Shown open(Kind kind, String path) {
        return follow(kind, send(kind, path, null, false), 0);
    }

    /** Sends a form of a page, changed; the page that answers is of {@code then}. */
    Shown submit(Kind kind, Kind then, FormElement form, Map<String, String> changes) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Connection.KeyVal field : form.formData()) {
            fields.put(field.key(), field.value());
        }
        fields.putAll(changes);
        return follow(then, send(kind, form.attr("action"), fields, false), 0);
    }

    /** A call of a script: the answer is not a page. */
    int call(Kind kind, String path, Map<String, String> fields) {
        HttpResponse<byte[]> answer = send(kind, path, fields, true);
        return answer == null ? 0 : answer.statusCode();
    }

    private Shown follow(Kind kind, @Nullable HttpResponse<byte[]> answer, int hops) {
        if (answer == null) {
            return new Shown(0, "", new Document(base));
        }
        if (answer.statusCode() / 100 == 3 && hops < 4) {
            URI to =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElse("/"));
            String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
            return follow(kind, send(kind, to.getRawPath() + query, null, false), hops + 1);
        }
        Document document = Jsoup.parse(text(answer), base);
        files(document);
        return new Shown(answer.statusCode(), answer.uri().getRawPath(), document);
    }

    private void files(Document document) {
        document.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href").forEach(this::file);
        document.select("script[src]").eachAttr("src").forEach(this::file);
        document.select("svg use[href]").eachAttr("href").stream()
                .map(href -> href.replaceFirst("#.*", ""))
                .distinct()
                .forEach(this::file);
    }

    private void file(String path) {
        Kept kept = cache.get(path);
        if (path.isEmpty() || !path.startsWith("/") || (kept != null && !kept.askAgain())) {
            return;
        }
        HttpRequest.Builder request = request(Kind.FILE, path).GET();
        if (kept != null && kept.etag() != null) {
            request.header("If-None-Match", kept.etag());
        }
        if (kept != null && kept.modified() != null) {
            request.header("If-Modified-Since", kept.modified());
        }
        HttpResponse<byte[]> answer = exchange(Kind.FILE, path, request);
        if (answer != null && answer.statusCode() == 200) {
            String control = answer.headers().firstValue("Cache-Control").orElse("");
            cache.put(
                    path,
                    new Kept(
                            answer.headers().firstValue("ETag").orElse(null),
                            answer.headers().firstValue("Last-Modified").orElse(null),
                            !control.contains("max-age") || control.contains("no-cache")));
        }
    }

    private @Nullable HttpResponse<byte[]> send(
            Kind kind, String path, @Nullable Map<String, String> fields, boolean isScript) {
        HttpRequest.Builder request = request(kind, path);
        if (fields == null) {
            request.header("Accept", "text/html,*/*;q=0.8").GET();
        } else {
            request.header("Accept", isScript ? "application/json" : "text/html,*/*;q=0.8")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encode(fields)));
        }
        return exchange(kind, path, request);
    }

    private HttpRequest.Builder request(Kind kind, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept-Encoding", "gzip")
                .header(Served.KIND, isWarmingUp ? Served.UNMEASURED : kind.word());
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private @Nullable HttpResponse<byte[]> exchange(Kind kind, String path, HttpRequest.Builder request) {
        String what = path.replaceAll("\\?.*", "").replaceAll("\\d+", "{id}");
        long from = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            book.write(isWarmingUp ? null : kind, answer.statusCode(), System.nanoTime() - from, what);
            for (String set : answer.headers().allValues("Set-Cookie")) {
                String[] pair = set.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair.length > 1 ? pair[1] : "");
            }
            return answer;
        } catch (IOException e) {
            book.write(
                    isWarmingUp ? null : kind,
                    0,
                    System.nanoTime() - from,
                    what + " " + e.getClass().getSimpleName());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        byte[] body = answer.body();
        if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = zipped.readAllBytes();
            } catch (IOException e) {
                throw new IllegalStateException("not gzip", e);
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
