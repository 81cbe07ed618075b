package org.yanqi.app.ca;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.ca.cmp.Speaker;

/** The issuing authorities, which protect by their own keys what is served by CMP. */
@Component
@ConditionalOnProperty("yanqi.ca.cmp.enabled")
class Speakers implements Speaker.Directory {
    private final Hierarchies hierarchies;

    Speakers(Hierarchies hierarchies) {
        this.hierarchies = hierarchies;
    }

    @Override
    public Optional<Speaker> of(X500Name issuer) {
        return hierarchies.all().stream()
                .filter(one -> one.issuing().getSubject().equals(issuer))
                .findFirst()
                .map(Speakers::speaker);
    }

    private static Speaker speaker(Hierarchy hierarchy) {
        return new Speaker(hierarchy.issuing(), List.of(hierarchy.root()), hierarchy.signer());
    }
}
