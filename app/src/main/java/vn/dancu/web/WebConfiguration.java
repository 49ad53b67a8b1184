package vn.dancu.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import vn.dancu.shared.Texts;

/** Vietnamese unless {@code ?lang=en} was chosen (kept in a cookie); texts from the bundles; files that never change are cached. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebConfiguration implements WebMvcConfigurer {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final ViewerResolver viewers;
    private final AtFormResolver forms;
    private final SentNotes sentNotes;
    private final SampleOnly sampleOnly;
    private final AskedInVain askedInVain;
    private final StaticFiles files;

    WebConfiguration(
            ViewerResolver viewers,
            AtFormResolver forms,
            SentNotes sentNotes,
            SampleOnly sampleOnly,
            AskedInVain askedInVain,
            StaticFiles files) {
        this.sampleOnly = sampleOnly;
        this.askedInVain = askedInVain;
        this.viewers = viewers;
        this.forms = forms;
        this.sentNotes = sentNotes;
        this.files = files;
    }

    @Bean
    static MessageSource messageSource() {
        return new TextsMessageSource();
    }

    @Bean
    static StaticFiles staticFiles() {
        return StaticFiles.load();
    }

    /** Under the name by which Spring Boot would make its own. */
    @Bean
    static TemplateFiles defaultTemplateResolver(StaticFiles files) {
        return new TemplateFiles(files);
    }

    @Bean
    static LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("dancu-lang");
        resolver.setDefaultLocale(Texts.VIETNAMESE);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Strict");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(new Theme());
        registry.addInterceptor(sentNotes);
        registry.addInterceptor(askedInVain);
        registry.addInterceptor(sampleOnly);
    }

    /** Days are typed and shown as dd/MM/yyyy; nothing typed is no day; one that cannot be read is 400. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addParser(new Parser<LocalDate>() {
            @Override
            public LocalDate parse(String text, Locale locale) {
                return TypedDay.of(text).orElseThrow(IllegalArgumentException::new);
            }
        });
        registry.addParser(new Parser<LocalDateTime>() {
            @Override
            public LocalDateTime parse(String text, Locale locale) {
                return TypedDay.withTime(text).orElseThrow(IllegalArgumentException::new);
            }
        });
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(viewers);
        resolvers.add(forms);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(FOR_GOOD);
        registry.addResourceHandler(files.prefix() + "/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(FOR_GOOD);
        registry.addResourceHandler("/dancu.css", "/icons.svg", "/favicon.svg", "/js/**", "/css/**")
                .addResourceLocations("classpath:/static/", "classpath:/static/js/", "classpath:/static/css/")
                .setCacheControl(CacheControl.noCache());
    }
}
