package org.yanqi.process.payment;

import java.util.List;
import org.yanqi.process.ordering.Order;

/**
 * An order that money without one may belong to.
 *
 * @param score of 100; the sum of what speaks for it
 * @param reasons what speaks for it, each a word of the bundles after {@code suggestion.}
 */
public record Suggestion(Order order, int score, List<String> reasons) {}
