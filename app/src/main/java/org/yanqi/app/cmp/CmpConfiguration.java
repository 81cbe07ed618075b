package org.yanqi.app.cmp;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registration authority that this product is, from its key store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class CmpConfiguration {

    @Bean
    Station registrationAuthority(CmpProperties properties) {
        return Station.of(properties.keyStore(), properties.keyStorePassword());
    }
}
