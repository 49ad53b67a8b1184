package vn.dancu.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Our own static files under an address that holds the digest of all of them: a browser keeps them for good, and another
 * release has another address. Modules name each other relatively, so they stay under it.
 */
final class StaticFiles {
    /** Where they are served, whatever the digest. */
    static final String ROOT = "/assets";

    private static final Pattern NAMED =
            Pattern.compile("(href|src)=\"/(?=dancu\\.css|icons\\.svg|favicon\\.svg|js/|css/)");
    private static final int DIGITS = 12;

    private final String prefix;

    private StaticFiles(String prefix) {
        this.prefix = prefix;
    }

    /** As they lie in the program. */
    static StaticFiles load() {
        try {
            Resource[] files = Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath:/static/**"))
                    .filter(Resource::isReadable)
                    .sorted(Comparator.comparing(StaticFiles::address))
                    .toArray(Resource[]::new);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource file : files) {
                try (InputStream content = file.getInputStream()) {
                    digest.update(content.readAllBytes());
                }
            }
            return new StaticFiles(
                    ROOT + "/" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS));
        } catch (IOException e) {
            throw new UncheckedIOException("static files", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands before {@code /dancu.css}. */
    String prefix() {
        return prefix;
    }

    /** A template in which these files are named by their lasting address. */
    String named(String template) {
        return NAMED.matcher(template)
                .replaceAll(named -> named.group(1) + "=\"" + Matcher.quoteReplacement(prefix) + "/");
    }
}
