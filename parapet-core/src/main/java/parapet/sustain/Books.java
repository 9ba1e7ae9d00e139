package parapet.sustain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parapet.programme.Delivery;

/// Conservation: every part is somewhere, every shelf is worth what was put into it, and the time
/// of every unit adds up. A violation is an error of the engine, not of the input.
final class Books {
    private static final int STRANDED = Stage.STRANDED.ordinal();
    private static final int ORDERED = Stage.ORDERED.ordinal();
    private static final int NOT_MADE = Stage.NOT_MADE.ordinal();

    private Books() {}

    /// Where the parts of each kind are.
    static List<ReadinessHistory.PartCount> count(Run run) {
        Tally tally = run.tally;
        var all = new ArrayList<ReadinessHistory.PartCount>();
        int[] stages = new int[Stage.values().length];
        for (int p = 0; p < run.parts; p++) {
            int working = 0;
            int mending = 0;
            for (int u = 0; u < run.fleet.units; u++) {
                for (int s = run.fleet.firstSlot[u]; s < run.fleet.firstSlot[u + 1]; s++) {
                    if (run.fleet.inService[u] && run.fleet.slotPart[s] == p) {
                        working += run.fleet.working[s];
                        mending += run.fleet.holes(s, false);
                    }
                }
            }
            int shelf = 0;
            int shipped = 0;
            Arrays.fill(stages, 0);
            for (int s = 0; s < run.sites; s++) {
                shelf += run.stock.shelf(s, p);
                shipped += run.stock.shipped(s, p);
                run.pipeline.count(s, p, stages);
            }
            int loop =
                    Arrays.stream(stages).sum()
                            - stages[STRANDED]
                            - stages[ORDERED]
                            - stages[NOT_MADE];
            all.add(
                    new ReadinessHistory.PartCount(
                            tally.failures[p],
                            tally.fieldRepairs[p],
                            tally.removals[p],
                            tally.ordered[p],
                            tally.brought[p],
                            tally.received[p],
                            tally.retired[p],
                            tally.exchanged[p],
                            tally.fittedInside[p],
                            working,
                            mending,
                            shelf,
                            shipped,
                            loop,
                            tally.condemned[p],
                            tally.withdrawn[p],
                            stages[STRANDED]));
        }
        return all;
    }

    /// Checks the parts.
    static void checkParts(Run run) {
        List<ReadinessHistory.PartCount> counts = count(run);
        int[] awaited = new int[run.parts];
        run.pipeline.countAwaited(awaited);
        for (int p = 0; p < run.parts; p++) {
            ReadinessHistory.PartCount c = counts.get(p);
            int in = c.brought() + c.received() + c.exchanged();
            int out =
                    c.working()
                            + c.mending()
                            + c.shelf()
                            + c.shipped()
                            + c.loop()
                            + c.scrapped()
                            + c.withdrawn()
                            + c.stranded()
                            + c.fittedInside();
            require(in == out, "parts in (%d) and somewhere (%d) of (%s)", in, out, id(run, p));
            require(
                    c.failures() + c.retired() == c.fieldRepairs() + c.removals(),
                    "failures (%d) and what came of them (%d) of (%s)",
                    c.failures() + c.retired(),
                    c.fieldRepairs() + c.removals(),
                    id(run, p));
            require(
                    c.exchanged() - c.fittedInside() == awaited[p],
                    "places (%d) and parts (%d) that wait for (%s)",
                    c.exchanged() - c.fittedInside(),
                    awaited[p],
                    id(run, p));
            for (int s = 0; s < run.sites; s++) {
                checkPosition(run, s, p);
            }
        }
        checkSlots(run);
        checkCrews(run);
    }

    /// Crews at work are those that mend and those that tasks hold.
    private static void checkCrews(Run run) {
        for (int s = 0; s < run.sites; s++) {
            int should = run.tasks.crewsAt(s);
            for (int u = 0; u < run.fleet.units; u++) {
                if (run.fleet.inService[u] && run.fleet.base[u] == s) {
                    should += run.fleet.beingWorkedOn(u);
                }
            }
            require(
                    run.crews.busy(s) == should,
                    "crews at work (%d) and what they do (%d) at (%s)",
                    run.crews.busy(s),
                    should,
                    run.site[s].id());
        }
    }

    private static void checkPosition(Run run, int site, int part) {
        int[] stages = new int[Stage.values().length];
        run.pipeline.count(site, part, stages);
        int is =
                run.stock.shelf(site, part)
                        + run.stock.shipped(site, part)
                        + Arrays.stream(stages).sum()
                        + run.stock.ordersOf(site, part)
                        - run.stock.waiting(site, part);
        int should = run.stock.position(site, part);
        Replenishment rule = run.site[site].policy().replenishment(part);
        require(
                rule == null || should > rule.reorderPoint(),
                "stock position (%d) and reorder point (%d) of (%s) at (%s)",
                should,
                rule == null ? 0 : rule.reorderPoint(),
                id(run, part),
                run.site[site].id());
        require(
                is == should,
                "stock (%d) and target (%d) of (%s) at (%s)",
                is,
                should,
                id(run, part),
                run.site[site].id());
    }

    private static void checkSlots(Run run) {
        Fleet fleet = run.fleet;
        for (int u = 0; u < fleet.units; u++) {
            for (int s = fleet.firstSlot[u];
                    fleet.inService[u] && s < fleet.firstSlot[u + 1];
                    s++) {
                int all = fleet.working[s] + fleet.holes(s, true) + fleet.holes(s, false);
                require(
                        all == fleet.count[s],
                        "items (%d) and count (%d) of slot (%d) in (%s)",
                        all,
                        fleet.count[s],
                        s,
                        run.input.units().get(u).id());
            }
        }
    }

    /// Checks that the intervals of every unit are without gap from its due date to the end.
    static void checkTime(Run run, List<Delivery> deliveries) {
        long[] reached = new long[run.fleet.units];
        Arrays.fill(reached, -1);
        ReadinessHistory h = run.history;
        for (int i = 0; i < h.size(); i++) {
            int u = h.unit(i);
            long before = reached[u] < 0 ? h.from(i) : reached[u];
            require(
                    h.from(i) == before && h.to(i) > h.from(i),
                    "interval from (%d) to (%d) after (%d) of unit (%d)",
                    h.from(i),
                    h.to(i),
                    before,
                    u);
            reached[u] = h.to(i);
        }
        for (int u = 0; u < run.fleet.units; u++) {
            String id = run.input.units().get(u).id();
            for (Delivery d : deliveries) {
                if (d.unit().equals(id)) {
                    long should = Math.max(0, d.due()) < run.endTick ? run.endTick : -1;
                    require(
                            reached[u] == should,
                            "last tick (%d) and end (%d) of (%s)",
                            reached[u],
                            should,
                            id);
                }
            }
        }
    }

    private static String id(Run run, int part) {
        return run.part[part].id();
    }

    private static void require(boolean holds, String what, Object... values) {
        if (!holds) {
            throw new IllegalStateException(
                    ("The books do not balance: " + what + ".").formatted(values));
        }
    }
}
