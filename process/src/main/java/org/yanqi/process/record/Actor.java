package org.yanqi.process.record;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.outcome.NotFound;

/**
 * Who acts, for which organisation, from where. The first argument of every use case.
 *
 * @param account login name of a person, or the name of a job or outside system
 * @param name as shown on the record
 * @param role the one capacity in which this step is done; staff with several roles act in the one that permits it
 * @param organisation for whom a customer acts
 * @param person the natural person behind a customer's account
 * @param from network address, or the job's node
 */
public record Actor(
        String account,
        String name,
        Role role,
        Set<Role> roles,
        @Nullable UUID organisation,
        @Nullable UUID person,
        String from) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** A job of the house. */
    public static Actor system(String job) {
        return new Actor(job, job, Role.SYSTEM, Set.of(Role.SYSTEM), null, null, "localhost");
    }

    /** An outside system that proved who it is, as a payment gateway's callback or a key agent with a ticket. */
    public static Actor outside(String name, String from) {
        return new Actor(name, name, Role.OUTSIDE, Set.of(Role.OUTSIDE), null, null, from);
    }

    public boolean is(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    public boolean isCustomer() {
        return role.isCustomer();
    }

    public boolean isStaff() {
        return roles.stream().anyMatch(Role::isStaff);
    }

    /**
     * Guards a use case.
     *
     * @throws NotAllowed if the actor has none of these roles
     */
    public void require(Role... any) {
        if (!is(any)) {
            throw new NotAllowed(account + " is none of "
                    + Arrays.stream(any).map(Role::name).collect(Collectors.joining(", ")));
        }
    }

    /**
     * Guards a use case that serves a customer.
     *
     * @throws NotFound if what is asked for belongs to another organisation
     */
    public void requireOrganisation(UUID owner) {
        if (isCustomer() && !owner.equals(organisation)) {
            throw new NotFound("not of this organisation");
        }
    }
}
