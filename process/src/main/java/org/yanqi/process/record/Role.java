package org.yanqi.process.record;

/** In what capacity somebody acts (domain.md, People). */
public enum Role {
    HOLDER,
    ORGANISATION_ADMINISTRATOR,
    CUSTOMER_SERVICE,
    FINANCE,
    SUPERVISOR,
    ADMINISTRATOR,
    AUDITOR,
    /** A job of the house. */
    SYSTEM,
    /** An outside system or a key agent that proved who it is. */
    OUTSIDE;

    public boolean isCustomer() {
        return this == HOLDER || this == ORGANISATION_ADMINISTRATOR;
    }

    public boolean isStaff() {
        return !isCustomer() && this != SYSTEM && this != OUTSIDE;
    }
}
