package org.yanqi.bench.pages;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one visit cost.
 *
 * @param requests made until the page was quiet
 * @param bytes received over the network, compressed, headers included
 * @param firstPaint milliseconds from the start of the navigation
 * @param firstContent milliseconds until the first text or picture
 * @param largestContent milliseconds until the largest text or picture
 */
record Visit(long requests, long bytes, long firstPaint, long firstContent, long largestContent) {

    static long median(List<Visit> visits, ToLongFunction<Visit> figure) {
        var sorted = visits.stream().mapToLong(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
