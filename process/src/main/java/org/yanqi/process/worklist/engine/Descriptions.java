package org.yanqi.process.worklist.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yanqi.process.worklist.Describer;
import org.yanqi.process.worklist.Describer.Description;

/** Asks the describer, which comes late because it looks at everything above this room. */
@Component
class Descriptions {
    private final ObjectProvider<Describer> describer;

    Descriptions(ObjectProvider<Describer> describer) {
        this.describer = describer;
    }

    Description of(String process, String businessKey, @Nullable UUID caseId) {
        Describer known = describer.getIfAvailable();
        return known == null
                ? new Description(businessKey, null, null, "")
                : known.describe(process, businessKey, caseId);
    }

    static @Nullable UUID caseId(@Nullable Object variable) {
        return variable == null ? null : UUID.fromString(variable.toString());
    }
}
