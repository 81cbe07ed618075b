package org.yanqi.process.account.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.Organisation;

/** An organisation as it is stored. */
@Entity
@Table(name = "organisation")
public class OrganisationRow {
    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Long version;

    private String name = "";
    private String taxNumber = "";
    private String region = "";
    private String city = "";
    private @Nullable String address;
    private @Nullable String phone;

    protected OrganisationRow() {}

    public OrganisationRow(Organisation organisation) {
        this.id = organisation.id();
        this.name = organisation.name();
        this.taxNumber = organisation.taxNumber();
        this.region = organisation.region();
        this.city = organisation.city();
        this.address = organisation.address();
        this.phone = organisation.phone();
    }

    public Organisation organisation() {
        return new Organisation(id, name, taxNumber, region, city, address, phone);
    }
}
