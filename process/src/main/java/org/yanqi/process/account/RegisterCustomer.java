package org.yanqi.process.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** Enters organisations, people and their accounts; used by administration and sample data. */
@Service
public class RegisterCustomer {
    public Organisation organisation(
            Actor actor, String name, String taxNumber, String region, String city, String address, String phone) {
        throw new UnsupportedOperationException();
    }

    public Person person(Actor actor, String name, String mobile, String email, @Nullable String identityNumber) {
        throw new UnsupportedOperationException();
    }

    /** Gives a person an account or one more identity on it. */
    public Account identity(Actor actor, String login, String password, UUID person, UUID organisation, Role role) {
        throw new UnsupportedOperationException();
    }
}
