package vn.dancu.web;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import vn.dancu.shared.Texts;

/** Lets templates say {@code #{key}}: the texts are those of {@link Texts}, placeholders {@code {0}} are positional. */
final class TextsMessageSource extends AbstractMessageSource {
    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return Texts.of(locale).find(code).orElse(null);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return Texts.of(locale)
                .find(code)
                .map(text -> new MessageFormat(text.replace("'", "''"), locale))
                .orElse(null);
    }
}
