package org.yanqi.demo.sample;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yanqi.process.account.Organisation;
import org.yanqi.process.account.Person;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/**
 * A company of the sample.
 *
 * @param administrator who signs in for it and holds its main key
 * @param main the certificate on the main key
 * @param keys the sample's own keys by certificate; empty for the stories' companies, whose keys are with the agent
 */
public record Company(
        Organisation organisation,
        Person administrator,
        String login,
        CertificatePair main,
        Map<UUID, SampleKey> keys) {

    /** The administrator as a use case sees them. */
    public Actor actor() {
        return new Actor(
                login,
                administrator.name(),
                Role.ORGANISATION_ADMINISTRATOR,
                Set.of(Role.ORGANISATION_ADMINISTRATOR),
                organisation.id(),
                administrator.id(),
                "127.0.0.1");
    }
}
