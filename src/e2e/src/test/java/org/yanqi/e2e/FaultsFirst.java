package org.yanqi.e2e;

import static java.util.Comparator.comparing;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** The fault tests have a world of their own and need not wait for the demo; the stories follow in the same order on every machine. */
public final class FaultsFirst implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(comparing((ClassDescriptor test) -> !isFault(nameOf(test)))
                        .thenComparing(FaultsFirst::nameOf));
    }

    private static String nameOf(ClassDescriptor test) {
        return test.getTestClass().getName();
    }

    static boolean isFault(String className) {
        return className.startsWith("org.yanqi.e2e.fault.");
    }
}
