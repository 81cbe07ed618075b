package org.yanqi.app;

import static java.util.Comparator.comparing;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Has test classes that share an application run one after another, those that need none first: each application is started once, and
 * its workers and jobs do not go on beside the tests of the others. The order is the same on every machine.
 */
public final class ByApplication implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(comparing((ClassDescriptor test) -> application(test.getTestClass()))
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    /** What is told to the application that a test class needs, in the same words for all that need the same one. */
    private static String application(Class<?> test) {
        return Stream.<Class<?>>iterate(test, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.concat(
                        Arrays.stream(type.getDeclaredAnnotations())
                                .filter(one ->
                                        one.annotationType().getName().matches("org\\.(springframework|yanqi)\\..*"))
                                .map(Object::toString),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> method.isAnnotationPresent(DynamicPropertySource.class))
                                .map(Object::toString)))
                .collect(Collectors.joining(" "));
    }
}
