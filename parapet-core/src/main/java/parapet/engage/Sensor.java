package parapet.engage;

import parapet.radar.Radar;

/// A radar that finds and follows threats for its owner, and for all when the picture is shared.
///
/// @param id name
/// @param owner index of the owner
/// @param site index of the site where it stands
/// @param radar its figures
public record Sensor(String id, int owner, int site, Radar radar) {}
