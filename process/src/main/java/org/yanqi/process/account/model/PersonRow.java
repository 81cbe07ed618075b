package org.yanqi.process.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.Person;

/** A person as stored. */
@Entity
@Table(name = "person")
public class PersonRow {
    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private String name = "";
    private String mobile = "";
    private String email = "";
    private @Nullable String identityNumber;

    protected PersonRow() {}

    public PersonRow(Person person) {
        this.id = person.id();
        this.name = person.name();
        this.mobile = person.mobile();
        this.email = person.email();
        this.identityNumber = person.identityNumber();
    }

    public Person person() {
        return new Person(id, name, mobile, email, identityNumber);
    }
}
