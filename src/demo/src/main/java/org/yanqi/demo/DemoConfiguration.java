package org.yanqi.demo;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Adds the sample data's beans to the product's. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("org.yanqi.demo.sample")
public class DemoConfiguration {}
