package org.yanqi.bench.product;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.yanqi.bench.drive.Arrivals;
import org.yanqi.bench.drive.ArrivalsPlugin;
import org.yanqi.bench.sql.SqlMeter;
import org.yanqi.demo.sample.Enrolment;
import org.yanqi.demo.sample.SampleCompanies;
import org.yanqi.demo.sample.Walk;

/** What the bench adds to the product: a meter at its data source, ears in its engine, companies to renew for. */
@Configuration(proxyBeanMethods = false)
@Import({OutsideWorld.class, SampleCompanies.class, Enrolment.class, Walk.class, KeyAgent.class, ProductLifecycle.class
})
class ProductBeans {
    @Bean
    static SqlMeter sqlMeter() {
        return new SqlMeter();
    }

    @Bean
    static Arrivals arrivals() {
        return new Arrivals();
    }

    @Bean
    static ArrivalsPlugin arrivalsPlugin(Arrivals arrivals) {
        return new ArrivalsPlugin(arrivals);
    }

    /** Accounts are made before the clock starts, and nobody signs in: their passwords need not cost anything. */
    @Bean
    @Primary
    static PasswordEncoder quickPasswords() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    static BeanPostProcessor watchedDataSource(SqlMeter meter) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real ? meter.watch(real) : bean;
            }
        };
    }
}
