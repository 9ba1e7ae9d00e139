package parapet.engage;

import java.util.Arrays;

/// Who has a track of what in one night: the track files of the working sensors, with their limits,
/// and the tracks that each group of fire units shares.
///
/// A sensor whose file is full refuses a track and remembers it; when a place is free the first one
/// refused that could still be held gets it.
final class TrackFiles {
    /// A track that fire units of a group could use begins or ends.
    interface Listener {
        void gained(int group, int threat);

        void lost(int group, int threat);

        /// A sensor has a track, had none free, or has lost one while the threat lives.
        void held(int sensor, int threat);

        void refused(int sensor, int threat);

        void dropped(int sensor, int threat);
    }

    private static final byte HELD = 1;
    private static final byte REFUSED = 2;

    private final int threats;
    private final int[] groupOf;
    private final int[] capacity;
    private final int[] held;
    private final byte[] state;
    private final int[] tracks;
    private final boolean[] refused;
    private final int[][] queue;
    private final int[] queued;

    TrackFiles(BattleInput input, int threats, int groups) {
        int sensors = input.sensors().size();
        this.threats = threats;
        groupOf = new int[sensors];
        capacity = new int[sensors];
        for (int s = 0; s < sensors; s++) {
            groupOf[s] = input.sharedPicture() ? 0 : input.sensors().get(s).owner();
            capacity[s] = input.sensors().get(s).radar().trackCapacity();
        }
        held = new int[sensors];
        state = new byte[sensors * threats];
        tracks = new int[groups * threats];
        refused = new boolean[groups * threats];
        queue = new int[sensors][8];
        queued = new int[sensors];
    }

    void clear() {
        Arrays.fill(held, 0);
        Arrays.fill(state, (byte) 0);
        Arrays.fill(tracks, 0);
        Arrays.fill(refused, false);
        Arrays.fill(queued, 0);
    }

    boolean tracked(int group, int threat) {
        return tracks[group * threats + threat] > 0;
    }

    /// Whether a sensor of the group ever had to refuse a track of the threat.
    boolean refused(int group, int threat) {
        return refused[group * threats + threat];
    }

    void begins(int sensor, int threat, Listener listener) {
        if (held[sensor] < capacity[sensor]) {
            hold(sensor, threat, listener);
            return;
        }
        state[sensor * threats + threat] = REFUSED;
        refused[groupOf[sensor] * threats + threat] = true;
        listener.refused(sensor, threat);
        if (queued[sensor] == queue[sensor].length) {
            queue[sensor] = Arrays.copyOf(queue[sensor], 2 * queued[sensor]);
        }
        queue[sensor][queued[sensor]++] = threat;
    }

    void ends(int sensor, int threat, Listener listener) {
        byte before = state[sensor * threats + threat];
        state[sensor * threats + threat] = 0;
        if (before == HELD) {
            held[sensor]--;
            listener.dropped(sensor, threat);
            int group = groupOf[sensor];
            if (--tracks[group * threats + threat] == 0) {
                listener.lost(group, threat);
            }
            admit(sensor, listener);
        } else if (before == REFUSED) {
            unqueue(sensor, threat);
        }
    }

    /// The threat is no more: its places are free.
    void gone(int threat, Listener listener) {
        for (int g = 0; g < tracks.length / threats; g++) {
            tracks[g * threats + threat] = 0;
        }
        for (int s = 0; s < held.length; s++) {
            byte before = state[s * threats + threat];
            state[s * threats + threat] = 0;
            if (before == HELD) {
                held[s]--;
                admit(s, listener);
            } else if (before == REFUSED) {
                unqueue(s, threat);
            }
        }
    }

    private void hold(int sensor, int threat, Listener listener) {
        held[sensor]++;
        state[sensor * threats + threat] = HELD;
        listener.held(sensor, threat);
        int group = groupOf[sensor];
        if (tracks[group * threats + threat]++ == 0) {
            listener.gained(group, threat);
        }
    }

    private void admit(int sensor, Listener listener) {
        if (queued[sensor] > 0) {
            int first = queue[sensor][0];
            System.arraycopy(queue[sensor], 1, queue[sensor], 0, --queued[sensor]);
            hold(sensor, first, listener);
        }
    }

    private void unqueue(int sensor, int threat) {
        int[] line = queue[sensor];
        int at = 0;
        while (line[at] != threat) {
            at++;
        }
        System.arraycopy(line, at + 1, line, at, --queued[sensor] - at);
    }
}
