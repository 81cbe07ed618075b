package org.yanqi.app.ca;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yanqi.app.ca.km.KeyManagement;

/** Puts the authority together: its profiles, its books, its place to sign. */
@Configuration(proxyBeanMethods = false)
class AuthorityConfiguration {

    @Bean
    Profiles certificateProfiles(CaProperties properties) {
        return new Profiles(properties.profiles());
    }

    /** The one signature that counts is made with the issuing authority's key. */
    @Bean
    RealSigner realSigner() {
        return tbs -> tbs.hierarchy().sign(tbs.der());
    }

    @Bean
    @ConditionalOnProperty(name = "yanqi.ca.kind", havingValue = "embedded", matchIfMissing = true)
    EmbeddedAuthority embeddedAuthority(
            CaProperties properties,
            Hierarchies hierarchies,
            Profiles profiles,
            Books books,
            Places places,
            RealSigner signer,
            KeyManagement keys,
            Standings standings) {
        Issue issue = new Issue(new BuildTbs(properties.publicUrl()), books, places, signer);
        return new EmbeddedAuthority(hierarchies, profiles, issue, books, keys, standings);
    }
}
