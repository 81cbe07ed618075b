package org.yanqi.forms.sample;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.websocket.servlet.WebSocketServletAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** Shows the screens with sample data: run with the app's bundle on the class path and the port as argument; any second argument shows what people see who have not signed in. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"org.yanqi.forms.component", "org.yanqi.forms.portal"})
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebSocketServletAutoConfiguration.class,
    SpringBootAutoConfiguration.class
})
public class Preview {

    public static void main(String[] args) {
        var application = new SpringApplication(Preview.class);
        application.setDefaultProperties(
                Map.of("server.port", args.length > 0 ? args[0] : "19280", "vaadin.productionMode", "true"));
        var house = new SampleHouse();
        if (args.length > 1) {
            house.nobody();
        }
        application.addInitializers(context -> register((GenericApplicationContext) context, house));
        application.run();
    }

    /** For tests: registers the faces of a new house before anything else. */
    public static final class Faces implements ApplicationContextInitializer<GenericApplicationContext> {
        @Override
        public void initialize(GenericApplicationContext context) {
            register(context, new SampleHouse());
        }
    }

    private static void register(GenericApplicationContext context, SampleHouse house) {
        context.getBeanFactory().registerSingleton("house", house);
        var number = 0;
        for (var bean : house.beans()) {
            context.getBeanFactory().registerSingleton("sample" + number++, bean);
        }
    }
}
