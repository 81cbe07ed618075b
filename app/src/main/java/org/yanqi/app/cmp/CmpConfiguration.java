package org.yanqi.app.cmp;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registration authority that this product is: by the secret that it shares, or from its key store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "cmp")
class CmpConfiguration {

    @Bean
    Protection registrationAuthority(CmpProperties properties, MacProperties mac) {
        return mac.isUsed()
                ? new SharedSecret(mac.reference(), mac.secret().toCharArray())
                : Station.of(properties.keyStore(), properties.keyStorePassword());
    }
}
