package org.yanqi.app.ca;

/** Gives each certificate its place in a shard of the revocation lists. */
interface Places {
    /** The shard in which this many new certificates will be listed if they are revoked. */
    Shard take(Hierarchy hierarchy, int certificates);

    /** Where a shard's list is found; the first keeps the address without a number. */
    static String address(String publicUrl, Hierarchy hierarchy, int number) {
        return publicUrl + "/ca/" + hierarchy.slug() + (number == 0 ? "" : "-" + number) + ".crl";
    }
}
