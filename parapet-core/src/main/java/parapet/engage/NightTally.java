package parapet.engage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Calendar;

/// Books of one night: fates, rounds, reasons, and the story of each threat when asked for.
final class NightTally {
    private static final long HOUR = 3_600 * Calendar.SECOND;

    final int[] threats;
    final int[] killed;
    final int[] jammed;
    final int[] failed;
    final int[] turned;
    final int[] unreleased;
    final int[] leaked;
    final int[][] leakedAt;
    final int[] decoysLeaked;
    final int[][] reasons;
    final int[][] leakedByHour;
    final int[] fired;
    final int[][] firedByHour;
    final List<RaidOutcome.ThreatLog> logs = new ArrayList<>();

    private final int[] planned;
    private final Battlefield field;
    private final int[][] stock;
    private final boolean logging;

    NightTally(Battlefield field, int[][] stock, boolean logging) {
        this.field = field;
        this.stock = stock;
        this.logging = logging;
        int classes = field.input.classes().size();
        int interceptors = field.input.interceptors().size();
        int hours = (int) (Arrays.stream(field.endTick).max().orElse(0) / HOUR) + 1;
        threats = new int[classes];
        killed = new int[classes];
        jammed = new int[classes];
        failed = new int[classes];
        turned = new int[classes];
        unreleased = new int[classes];
        leakedAt = new int[field.input.assets().size()][classes];
        decoysLeaked = new int[classes];
        leaked = new int[classes];
        reasons = new int[classes][Reason.values().length];
        leakedByHour = new int[classes][hours];
        fired = new int[interceptors];
        firedByHour = new int[interceptors][hours];
        planned = new int[classes];
        field.input.raid().threats().forEach(t -> planned[t.targetClass()]++);
    }

    void fired(int interceptor, long tick, int rounds) {
        fired[interceptor] += rounds;
        firedByHour[interceptor][hour(tick)] += rounds;
    }

    private static int hour(long tick) {
        return (int) (Math.max(0, tick) / HOUR);
    }

    void ended(int threat, Ending ending, long tick, Night night) {
        int targetClass = field.input.raid().threats().get(threat).targetClass();
        threats[targetClass] += ending == Ending.NOT_RELEASED ? 0 : 1;
        switch (ending) {
            case KILLED -> killed[targetClass]++;
            case JAMMED -> jammed[targetClass]++;
            case FAILED -> failed[targetClass]++;
            case TURNED_AWAY -> turned[targetClass]++;
            case NOT_RELEASED -> unreleased[targetClass]++;
            case LEAKED -> leaked(threat, targetClass, tick, night);
        }
        if (logging) {
            logs.add(log(threat, ending, tick, night));
        }
    }

    private void leaked(int threat, int targetClass, long tick, Night night) {
        leaked[targetClass]++;
        leakedByHour[targetClass][hour(tick)]++;
        Threat one = field.input.raid().threats().get(threat);
        if (one.decoy()) {
            decoysLeaked[targetClass]++;
        } else if (one.asset() != Threat.NO_ASSET) {
            leakedAt[one.asset()][targetClass]++;
        }
        reasons[targetClass][furthest(threat, night).ordinal()]++;
    }

    /// The furthest link at which the chain of any unit broke, as far as it has come.
    Reason furthest(int threat, Night night) {
        Reason furthest = Reason.NOT_READY;
        for (int u = 0; u < field.units; u++) {
            Reason broke = broke(u, threat, night);
            if (broke.compareTo(furthest) > 0) {
                furthest = broke;
            }
        }
        return furthest;
    }

    /// Stories in the order of the threats.
    List<RaidOutcome.ThreatLog> logs() {
        return logs.stream()
                .sorted(Comparator.comparingInt(RaidOutcome.ThreatLog::threat))
                .toList();
    }

    /// Where the chain of a unit broke for a threat, as far as it has come.
    private Reason broke(int unit, int threat, Night night) {
        if (!night.working[unit]) {
            return Reason.NOT_READY;
        }
        Shots shots = field.shots[unit][field.pairOf[threat]];
        if (shots.fails != null) {
            return shots.fails;
        }
        if (night.fired[unit * field.threats + threat] > 0) {
            return Reason.MISSED;
        }
        int found = night.found[unit * field.threats + threat];
        if ((found & Night.LEFT_TO_OTHERS) != 0) {
            return Reason.LEFT_TO_OTHERS;
        }
        if ((found & Night.FOUND_EMPTY) != 0) {
            return Reason.OUT_OF_ROUNDS;
        }
        if ((found & Night.FOUND_RELOADING) != 0) {
            return Reason.RELOADING;
        }
        if ((found & Night.ABLE) != 0) {
            return Reason.NO_CHANNEL;
        }
        return night.tracks.refused(night.groupOf[unit], threat)
                ? Reason.TRACK_FILE_FULL
                : Reason.NO_TRACK;
    }

    private RaidOutcome.ThreatLog log(int threat, Ending ending, long tick, Night night) {
        var links = new ArrayList<RaidOutcome.Link>();
        double start = field.startSec[threat];
        for (int u = 0; u < field.units; u++) {
            Shots shots = field.shots[u][field.pairOf[threat]];
            boolean could = night.working[u];
            int fired = night.fired[u * field.threats + threat];
            long tracked = night.firstTrack[night.groupOf[u] * field.threats + threat];
            double closes = could ? start + shots.closesSec : Double.NaN;
            links.add(
                    new RaidOutcome.Link(
                            u,
                            reason(u, threat, ending, closes * Calendar.SECOND > tick, night),
                            tracked < 0 || !could ? Double.NaN : Calendar.seconds(tracked),
                            could ? start + shots.opensSec : Double.NaN,
                            closes,
                            fired));
        }
        return new RaidOutcome.ThreatLog(
                threat, ending, Calendar.seconds(tick), night.killer[threat], links);
    }

    private @Nullable Reason reason(
            int unit, int threat, Ending ending, boolean stillOpen, Night night) {
        if (ending == Ending.FAILED || ending == Ending.NOT_RELEASED) {
            return null;
        }
        boolean dead = ending == Ending.KILLED;
        Reason one = broke(unit, threat, night);
        boolean flying = night.salvo[unit * field.threats + threat] > 0;
        boolean early = dead && stillOpen && one.compareTo(Reason.TOO_FAINT) > 0;
        boolean undecided = flying || (early && one != Reason.MISSED);
        return night.killer[threat] == unit || undecided ? null : one;
    }

    void check(Night night) {
        int[][] counts = night.arsenal.counts();
        for (int o = 0; o < stock.length; o++) {
            for (int i = 0; i < stock[o].length; i++) {
                int used = night.firedByOwner[o][i];
                int there = counts[o][i] < 0 ? stock[o][i] : counts[o][i];
                if (used + there != stock[o][i]) {
                    throw new IllegalStateException(
                            "The rounds fired (%d) and left (%d) of (%s) must make those brought (%d)."
                                    .formatted(
                                            used,
                                            there,
                                            field.input.interceptors().get(i).id(),
                                            stock[o][i]));
                }
            }
        }
    }

    /// Every threat has one fate.
    void close() {
        for (int c = 0; c < threats.length; c++) {
            int targetClass = c;
            int aimed = Arrays.stream(leakedAt).mapToInt(row -> row[targetClass]).sum();
            if (killed[c] + jammed[c] + failed[c] + turned[c] + leaked[c] != threats[c]
                    || threats[c] + unreleased[c] != planned[c]
                    || Arrays.stream(reasons[c]).sum() != leaked[c]
                    || aimed + decoysLeaked[c] > leaked[c]) {
                throw new IllegalStateException(
                        "The killed (%d), jammed (%d), failed (%d), turned away (%d) and leaked (%d) must make the threats (%d), those and the ones not released (%d) all of them (%d), each leaker has one reason, and those at assets (%d) and decoys (%d) are leakers."
                                .formatted(
                                        killed[c],
                                        jammed[c],
                                        failed[c],
                                        turned[c],
                                        leaked[c],
                                        threats[c],
                                        unreleased[c],
                                        planned[c],
                                        aimed,
                                        decoysLeaked[c]));
            }
        }
    }
}
