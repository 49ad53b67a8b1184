package vn.dancu.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;

/** The templates, each read once; the static files that they name get their lasting addresses then. */
final class TemplateFiles extends SpringResourceTemplateResolver {
    private final StaticFiles files;

    TemplateFiles(StaticFiles files) {
        this.files = files;
        setPrefix("classpath:/templates/");
        setSuffix(".html");
        setTemplateMode("HTML");
        setCharacterEncoding("UTF-8");
        setCacheable(true);
    }

    @Override
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration,
            @Nullable String ownerTemplate,
            String template,
            String resourceName,
            String characterEncoding,
            @Nullable Map<String, Object> attributes) {
        return new Named(
                super.computeTemplateResource(
                        configuration, ownerTemplate, template, resourceName, characterEncoding, attributes),
                files);
    }

    private record Named(ITemplateResource written, StaticFiles files) implements ITemplateResource {
        @Override
        public String getDescription() {
            return written.getDescription();
        }

        @Override
        public String getBaseName() {
            return written.getBaseName();
        }

        @Override
        public boolean exists() {
            return written.exists();
        }

        @Override
        public Reader reader() throws IOException {
            StringWriter text = new StringWriter();
            try (Reader reader = new BufferedReader(written.reader())) {
                reader.transferTo(text);
            }
            return new StringReader(files.named(text.toString()));
        }

        @Override
        public ITemplateResource relative(String location) {
            return new Named(written.relative(location), files);
        }
    }
}
