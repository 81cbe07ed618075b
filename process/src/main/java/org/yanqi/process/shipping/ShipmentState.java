package org.yanqi.process.shipping;

/** Where a parcel is. */
public enum ShipmentState {
    PLANNED,
    BOOKED,
    COLLECTED,
    DELIVERED,
    REFUSED,
    CANCELLED
}
