package org.yanqi.process.account;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.account.model.AccountRow;
import org.yanqi.process.account.model.AccountRows;
import org.yanqi.process.account.model.OrganisationRow;
import org.yanqi.process.account.model.OrganisationRows;
import org.yanqi.process.account.model.PersonRow;
import org.yanqi.process.account.model.PersonRows;
import org.yanqi.process.outcome.NotFound;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.AppendToRecord;
import org.yanqi.process.record.Role;

/** Enters organisations, people and their accounts; used by administration and sample data. */
@Service
public class RegisterCustomer {
    private final OrganisationRows organisations;
    private final PersonRows people;
    private final AccountRows accounts;
    private final PasswordEncoder encoder;
    private final AppendToRecord log;

    RegisterCustomer(
            OrganisationRows organisations,
            PersonRows people,
            AccountRows accounts,
            PasswordEncoder encoder,
            AppendToRecord log) {
        this.organisations = organisations;
        this.people = people;
        this.accounts = accounts;
        this.encoder = encoder;
        this.log = log;
    }

    /** Enters an organisation; one that has this tax number already is answered as it stands. */
    @Transactional
    public Organisation organisation(
            Actor actor, String name, String taxNumber, String region, String city, String address, String phone) {
        actor.require(Role.ADMINISTRATOR, Role.SYSTEM);
        return organisations
                .findByTaxNumber(taxNumber)
                .map(OrganisationRow::organisation)
                .orElseGet(() -> {
                    var entered = new Organisation(UUID.randomUUID(), name, taxNumber, region, city, address, phone);
                    organisations.save(new OrganisationRow(entered));
                    log.append(actor, null, "organisation " + taxNumber, "organisation-entered", Map.of("name", name));
                    return entered;
                });
    }

    @Transactional
    public Person person(Actor actor, String name, String mobile, String email, @Nullable String identityNumber) {
        actor.require(Role.ADMINISTRATOR, Role.SYSTEM);
        var entered = new Person(UUID.randomUUID(), name, mobile, email, identityNumber);
        people.save(new PersonRow(entered));
        return entered;
    }

    /** Gives a person an account or one more identity on it; the password counts for a new account only. */
    @Transactional
    public Account identity(Actor actor, String login, String password, UUID personId, UUID organisationId, Role role) {
        actor.require(Role.ADMINISTRATOR, Role.SYSTEM);
        var person = people.findById(personId)
                .orElseThrow(() -> new NotFound("person"))
                .person();
        var organisation = organisations.findById(organisationId).orElseThrow(() -> new NotFound("organisation"));
        var account = accounts.findByLogin(login)
                .orElseGet(() -> accounts.save(
                        new AccountRow(login, person.name(), person.email(), encoder.encode(password), false)));
        account.may(role, organisation, personId);
        log.append(actor, null, "account " + login, "identity-given", Map.of("login", login, "role", role.name()));
        return account.account();
    }
}
