package parapet.engage;

import parapet.radar.Radar;

/// A radar that finds and follows threats for its owner, and for all when the picture is shared.
///
/// @param id name
/// @param owner index of the owner
/// @param battery number of the owner's fire unit with which it stands, from 0: it works when that
///   one does
/// @param site index of the site where it stands
/// @param radar its figures
public record Sensor(String id, int owner, int battery, int site, Radar radar) {
    /// A sensor that stands with the first fire unit of its owner.
    public Sensor(String id, int owner, int site, Radar radar) {
        this(id, owner, 0, site, radar);
    }

    public Sensor {
        int looks = radar.confirmLooks();
        if (!(radar.scanPeriodSec() > 0)
                || looks < 1
                || looks > 64
                || radar.confirmHits() < 1
                || radar.confirmHits() > looks) {
            throw new IllegalArgumentException(
                    "The radar of sensor (%s) must look every more than 0 s (%s) and start a track by 1 or more finds (%d) within 1..64 looks (%d)."
                            .formatted(id, radar.scanPeriodSec(), radar.confirmHits(), looks));
        }
    }
}
