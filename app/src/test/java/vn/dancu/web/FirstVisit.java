package vn.dancu.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What a page weighs when nothing of it is known yet: its own bytes as they are sent, and each file once that it or one of its
 * files names.
 */
final class FirstVisit {
    static final int BAR = 300_000;
    static final int BAR_WITH_CHARTS = 450_000;

    /** Files that a page, a style or a module names; what a file names relatively lies beside it. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:<link\\b[^>]*?href=|<script\\b[^>]*?src=|<img\\b[^>]*?src=|<use\\b[^>]*?href=)\"(/[^\"#?]+)"
                    + "|\\b(?:from|import)\\s*\\(?'(\\.?/[^']+\\.js)'"
                    + "|'(/webjars/[^']+\\.js)'"
                    + "|url\\(\"?(\\.?/[^\")]+)\"?\\)");

    private final Officer officer;
    private final Map<String, Integer> weights = new HashMap<>();
    private final Map<String, Set<String>> named = new HashMap<>();

    FirstVisit(Officer officer) {
        this.officer = officer;
    }

    record Weight(int bytes, int files, boolean charts) {
        int bar() {
            return charts ? BAR_WITH_CHARTS : BAR;
        }
    }

    Weight of(String page) {
        byte[] sent = officer.wire(page);
        int bytes = sent.length;
        Set<String> files = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(namedIn(page, unpacked(sent)));
        while (!open.isEmpty()) {
            String file = open.remove();
            if (files.add(file)) {
                bytes += weight(file);
                open.addAll(named.getOrDefault(file, Set.of()));
            }
        }
        return new Weight(bytes, files.size(), files.stream().anyMatch(file -> file.contains("echarts")));
    }

    private int weight(String file) {
        return weights.computeIfAbsent(file, none -> {
            byte[] sent = officer.wire(file);
            boolean isOwnModule = file.endsWith(".js") && !file.startsWith("/webjars");
            if (isOwnModule || file.endsWith(".css")) {
                named.put(file, namedIn(file, unpacked(sent)));
            }
            return sent.length;
        });
    }

    private static Set<String> namedIn(String from, String text) {
        Set<String> files = new HashSet<>();
        Matcher name = NAMED.matcher(text);
        while (name.find()) {
            for (int group = 1; group <= name.groupCount(); group++) {
                String file = name.group(group);
                if (file != null) {
                    files.add(
                            file.startsWith("./")
                                    ? from.substring(0, from.lastIndexOf('/')) + file.substring(1)
                                    : file);
                }
            }
        }
        return files;
    }

    /** Small answers are sent as they are. */
    private static String unpacked(byte[] sent) {
        boolean isPacked = sent.length > 2 && (sent[0] & 0xff) == 0x1f && (sent[1] & 0xff) == 0x8b;
        if (!isPacked) {
            return new String(sent, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
