package org.yanqi.process.platform;

/** A platform of the catalogue ({@code platforms.csv}). */
public record Platform(String code, String name, Level level, String region, String kind, boolean offered) {

    /** The public-resource platform of a city, the one the package may hold (R1). */
    public boolean isCityPublicResource() {
        return level == Level.CITY && kind.equals("public resources");
    }
}
