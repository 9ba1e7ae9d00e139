package parapet.engage;

import java.util.List;

/// The working sensors of one night: goes through what each reports, in order of time, and enters
/// it into the track files.
final class Watch {
    private static final long[] NOTHING = {};

    private final boolean[] works;
    private final TrackFiles tracks;
    private final long[][] reports;
    private final int[] at;

    Watch(BattleInput input, boolean[] working, TrackFiles tracks) {
        this.tracks = tracks;
        int sensors = input.sensors().size();
        works = new boolean[sensors];
        reports = new long[sensors][];
        at = new int[sensors];
        List<FireUnit> units = input.fireUnits();
        for (int s = 0; s < sensors; s++) {
            Sensor sensor = input.sensors().get(s);
            int battery = 0;
            for (int u = 0; u < working.length; u++) {
                if (units.get(u).owner() == sensor.owner()) {
                    works[s] |= working[u] && battery == sensor.battery();
                    battery++;
                }
            }
        }
    }

    int sensors() {
        return at.length;
    }

    /// Begins a night.
    ///
    /// @return tick of the first report of a sensor, `Long.MAX_VALUE` when there is none
    long begin(int sensor, int night, Picture picture) {
        reports[sensor] = works[sensor] ? picture.events(night, sensor) : NOTHING;
        at[sensor] = 0;
        return next(sensor);
    }

    /// Enters all reports of a sensor at a tick; those of threats that are no more count nothing.
    ///
    /// @return tick of the next report, `Long.MAX_VALUE` when there is none
    long report(int sensor, long now, boolean[] alive, TrackFiles.Listener listener) {
        long[] all = reports[sensor];
        for (; next(sensor) == now; at[sensor]++) {
            long report = all[at[sensor]];
            int threat = Picture.threat(report);
            if (!alive[threat]) {
                continue;
            }
            if (Picture.begins(report)) {
                tracks.begins(sensor, threat, listener);
            } else {
                tracks.ends(sensor, threat, listener);
            }
        }
        return next(sensor);
    }

    private long next(int sensor) {
        return at[sensor] < reports[sensor].length
                ? Picture.tick(reports[sensor][at[sensor]])
                : Long.MAX_VALUE;
    }
}
