package parapet.engage;

/// Something that happened in a battle. A list of all, in order, is a record from which every night
/// can be replayed by itself, see [Replay].
///
/// Times are s since the raid began, exact to a microsecond. Nights and threats are counted from 1,
/// threats in the order of the raid; other names are those of the battle.
public sealed interface BattleEvent {
    /// Night, from 1.
    int night();

    /// When, s since the raid began that night.
    double sec();

    /// Rounds that an owner has at the begin of a night: what was left, and what has been supplied.
    ///
    /// @param owner name of the owner
    /// @param round name of the kind of round
    /// @param rounds how many
    record Stock(int night, double sec, String owner, String round, int rounds)
            implements BattleEvent {}

    /// A fire unit that works this night.
    ///
    /// @param unit name of the fire unit
    /// @param owner name of its owner
    /// @param channels threats that it can engage at once
    record Works(int night, double sec, String unit, String owner, int channels)
            implements BattleEvent {}

    /// A threat comes: it passes the start of its lane, or fails there.
    ///
    /// @param threat number of the threat
    /// @param target name of its class
    /// @param lane name of its lane
    /// @param decoy whether it is a decoy
    record Start(int night, double sec, int threat, String target, String lane, boolean decoy)
            implements BattleEvent {}

    /// A threat fails by itself before anyone could see it.
    record Failed(int night, double sec, int threat) implements BattleEvent {}

    /// A sensor has a track of a threat from now on, until it is lost or the threat ends.
    ///
    /// @param sensor name of the sensor
    record Track(int night, double sec, String sensor, int threat) implements BattleEvent {}

    /// A sensor cannot take a track: its file is full.
    record TrackRefused(int night, double sec, String sensor, int threat) implements BattleEvent {}

    /// A sensor has lost its track of a threat.
    record TrackLost(int night, double sec, String sensor, int threat) implements BattleEvent {}

    /// A fire unit decides to fire; one of its channels is busy from now on.
    ///
    /// @param look number of this look at the threat, from 1
    /// @param rounds rounds that are taken for it
    record Decision(
            int night, double sec, String unit, int threat, int look, String round, int rounds)
            implements BattleEvent {}

    /// Rounds leave their launchers, the reaction time after the decision.
    record Launch(int night, double sec, String unit, int threat, String round, int rounds)
            implements BattleEvent {}

    /// A launcher is empty and begins to be reloaded.
    ///
    /// @param rounds rounds that are being loaded
    record Reloading(int night, double sec, String unit, String round, int rounds)
            implements BattleEvent {}

    /// A launcher has been reloaded.
    record Reloaded(int night, double sec, String unit, String round, int rounds)
            implements BattleEvent {}

    /// Rounds meet a threat, or the place where it would be.
    ///
    /// @param hit whether one of them kills it
    record Intercept(
            int night, double sec, String unit, int threat, String round, int rounds, boolean hit)
            implements BattleEvent {}

    /// A threat is killed.
    ///
    /// @param unit the fire unit whose round did it
    record Killed(int night, double sec, int threat, String unit) implements BattleEvent {}

    /// Jamming makes a threat miss at the end of its lane.
    record Jammed(int night, double sec, int threat) implements BattleEvent {}

    /// A threat releases what it carries at the end of its lane, if anything, and turns away. What
    /// is released starts then; what is not never does.
    record TurnedAway(int night, double sec, int threat) implements BattleEvent {}

    /// A threat gets through.
    ///
    /// @param reason key of the furthest link at which the chain broke
    record Leaked(int night, double sec, int threat, String reason) implements BattleEvent {}

    /// A fire unit has looked at what its rounds did: a channel is free.
    record ChannelFree(int night, double sec, String unit, int threat) implements BattleEvent {}
}
