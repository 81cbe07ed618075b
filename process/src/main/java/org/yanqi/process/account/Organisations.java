package org.yanqi.process.account;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Reads organisations and people. */
@Service
public class Organisations {
    public Organisation one(UUID id) {
        throw new UnsupportedOperationException();
    }

    public Person person(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Whom to write to about an organisation: its administrators. */
    public List<Person> administrators(UUID organisation) {
        throw new UnsupportedOperationException();
    }
}
