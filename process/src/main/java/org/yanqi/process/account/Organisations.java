package org.yanqi.process.account;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.model.IdentityRow;
import org.yanqi.process.account.model.IdentityRows;
import org.yanqi.process.account.model.OrganisationRow;
import org.yanqi.process.account.model.OrganisationRows;
import org.yanqi.process.account.model.PersonRow;
import org.yanqi.process.account.model.PersonRows;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Role;

/** Reads organisations and people, for use cases that have checked who asks. */
@Service
@Transactional(readOnly = true)
public class Organisations {
    private final OrganisationRows organisations;
    private final PersonRows people;
    private final IdentityRows identities;

    Organisations(OrganisationRows organisations, PersonRows people, IdentityRows identities) {
        this.organisations = organisations;
        this.people = people;
        this.identities = identities;
    }

    /** @throws NotFound if there is none */
    public Organisation one(UUID id) {
        return organisations
                .findById(id)
                .map(OrganisationRow::organisation)
                .orElseThrow(() -> new NotFound("organisation"));
    }

    /** @throws NotFound if there is none */
    public Person person(UUID id) {
        return people.findById(id).map(PersonRow::person).orElseThrow(() -> new NotFound("person"));
    }

    /** Those whose name or tax number is like this pattern in small letters. */
    public Set<UUID> matching(String pattern) {
        return Set.copyOf(organisations.matching(pattern));
    }

    /** Whom to write to about an organisation: its administrators. */
    public List<Person> administrators(UUID organisation) {
        var ids = identities.findByOrganisationAndRole(organisation, Role.ORGANISATION_ADMINISTRATOR).stream()
                .map(IdentityRow::person)
                .filter(Objects::nonNull)
                .toList();
        return people.findByIdIn(ids).stream().map(PersonRow::person).toList();
    }
}
