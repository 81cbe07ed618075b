package org.yanqi.process.platform;

/** Level of a platform; screens group by it. */
public enum Level {
    PROVINCE,
    CITY,
    ENTERPRISE,
    ZONE
}
