package org.yanqi.forms.component;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.context.annotation.Configuration;

/** Lets Vaadin find the views of this module. */
@Configuration(proxyBeanMethods = false)
@EnableVaadin("org.yanqi.forms")
class FormsConfiguration {}
