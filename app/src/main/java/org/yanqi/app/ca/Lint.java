package org.yanqi.app.ca;

import java.util.function.Predicate;

/**
 * One thing that must be true of a certificate before it is signed.
 *
 * @param name said in the refusal, and where it comes from
 */
record Lint(String name, Predicate<Specimen> holds) {}
