package org.yanqi.app.config;

import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;

/**
 * Names beans: delegates by the short name under which models call them, everything else by its full name, so that rooms
 * may use the same word for a class without knowing of each other.
 */
public class ModelNames extends AnnotationBeanNameGenerator {
    @Override
    protected String buildDefaultBeanName(BeanDefinition definition) {
        if (definition instanceof AnnotatedBeanDefinition annotated
                && Set.of(annotated.getMetadata().getInterfaceNames()).contains(JavaDelegate.class.getName())) {
            return super.buildDefaultBeanName(definition);
        }
        String name = definition.getBeanClassName();
        if (name == null) {
            throw new IllegalStateException("a component without a class: " + definition);
        }
        return name;
    }
}
