package vn.dancu.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser without pictures: logs in, reads pages, sends their forms with the page's token. */
final class Officer {
    private static final Pattern TOKEN =
            Pattern.compile("name=\"_csrf\"(?: content)?[^>]*?(?:value|content)=\"([^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("/forms/(?:new\\?after=)?(\\d+)");

    private final HttpClient http;
    private final String base;

    private Officer(String base) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What came back. */
    record Answer(int status, String location, String body, HttpResponse<String> response) {
        long form() {
            Matcher form = FORM.matcher(location);
            if (!form.find()) {
                throw new AssertionError("no form in " + location + " (" + status + ")");
            }
            return Long.parseLong(form.group(1));
        }

        /** The page's text without its tags. */
        String text() {
            return body.replaceAll("(?s)<(script|style).*?</\\1>", " ")
                    .replaceAll("<[^>]+>", " ")
                    .replaceAll("\\s+", " ");
        }
    }

    static Officer stranger(World world) {
        return new Officer(world.base);
    }

    static Officer login(World world, String login) {
        Officer officer = new Officer(world.base);
        Answer in = officer.post("/login", "/login", Map.of("username", login, "password", World.PASSWORD));
        if (in.status() != 302 || in.location().contains("login")) {
            throw new AssertionError(login + " was not let in: " + in.status() + " " + in.location());
        }
        return officer;
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** What is sent for an address, packed where the server packs. */
    byte[] wire(String path) {
        try {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Accept-Encoding", "gzip")
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + ": " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form; the token is taken from a page that this officer may see. */
    Answer post(String path, Map<String, String> fields) {
        return post("/", path, fields);
    }

    Answer post(String page, String path, Map<String, String> fields) {
        Answer shown = get(page);
        for (int hops = 0; shown.status() == 302 && hops < 3; hops++) {
            shown = get(URI.create(shown.location()).getPath());
        }
        Matcher token = TOKEN.matcher(shown.body());
        if (!token.find()) {
            throw new AssertionError("no token on " + page + ": " + shown.status());
        }
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        encode(fields) + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
    }

    /** Sends a form with one file. */
    Answer upload(String page, String path, Map<String, String> fields, String field, String fileName, byte[] content) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no token on " + page);
        }
        String boundary = "----dancu-test";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) -> part(body, boundary, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, boundary, "name=\"_csrf\"", token.group(1).getBytes(StandardCharsets.UTF_8));
        part(body, boundary, "name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    Answer postWithoutToken(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(fields))));
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Accept", "text/html,*/*;q=0.8").build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    response.body(),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
