package org.yanqi.app.ca;

/**
 * A part of a hierarchy's revocation lists.
 *
 * @param address where its list is found, as it is written into its certificates and into the list itself
 */
record Shard(int number, String address) {}
