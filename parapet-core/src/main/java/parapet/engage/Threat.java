package parapet.engage;

/// One target of a raid.
///
/// @param targetClass index of its class
/// @param lane index of its lane
/// @param startSec when it passes the start of the lane, s since the raid began
public record Threat(int targetClass, int lane, double startSec) {}
