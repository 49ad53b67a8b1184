package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class TemplatesTest {
    private static final Pattern TAG = Pattern.compile("<[a-z][^\\s<>]*(\\s+[\\w:-]+(=\"[^\"]*\")?)*\\s*/?>");

    @Test
    void noTagHasAConditionBesideAReplacementThatComesFirst() throws IOException {
        List<String> wrong = new ArrayList<>();
        Resource[] templates = new PathMatchingResourcePatternResolver().getResources("classpath:/templates/*.html");
        int tags = 0;
        for (Resource template : templates) {
            Matcher tag = TAG.matcher(template.getContentAsString(StandardCharsets.UTF_8));
            while (tag.find()) {
                tags++;
                String text = tag.group();
                // Thymeleaf replaces first, and the condition goes with the tag: a block around it must have the
                // condition.
                if (text.contains(" th:replace=") && (text.contains(" th:if=") || text.contains(" th:unless="))) {
                    wrong.add(template.getFilename() + ": " + text);
                }
            }
        }

        assertThat(tags).isGreaterThan(1_000);
        assertThat(wrong).isEmpty();
    }
}
