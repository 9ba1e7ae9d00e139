package parapet.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Draw;
import parapet.evidence.Quantity;
import parapet.quantity.Calendar;
import parapet.quantity.Season;
import parapet.sustain.Replenishment;
import parapet.sustain.ShopPolicy;
import parapet.sustain.SitePolicy;
import parapet.sustain.WorkTime;

/// Builds hours, priorities and rules of stock from a scenario and the values of a draw. Weeks
/// begin on Monday; seasons are laid out year by year over the simulated time.
final class PolicyBuilder {
    private static final int WEEK = 7;

    private final Draw draw;
    private final Calendar calendar;
    private final long end;
    private final Map<String, Integer> parts;
    private final Map<String, Integer> sites;

    PolicyBuilder(
            Draw draw,
            Calendar calendar,
            long end,
            Map<String, Integer> parts,
            Map<String, Integer> sites) {
        this.draw = draw;
        this.calendar = calendar;
        this.end = end;
        this.parts = parts;
        this.sites = sites;
    }

    SitePolicy site(Support.Site s, long tick) {
        boolean rests = inSeason(s.closed(), tick);
        if (!rests
                && s.crews() == null
                && s.issue() == Support.Issue.FIRST_COME
                && s.helpers().isEmpty()
                && s.policies().isEmpty()
                && s.cannibalise() == null) {
            return SitePolicy.PLAIN;
        }
        Support.Crews crews = s.crews();
        Support.Cannibalisation moves = s.cannibalise();
        var reserve = new int[parts.size()];
        var rules = new @Nullable Replenishment[parts.size()];
        s.policies()
                .forEach((part, policy) -> {
                    int p = Objects.requireNonNull(parts.get(part), part);
                    reserve[p] = count(policy.reserve());
                    rules[p] = replenishment(policy);
                });
        return new SitePolicy(
                rests,
                crews == null ? SitePolicy.AMPLE : count(crews.count()),
                crews == null ? WorkTime.ALWAYS : hours(crews.workingDays(), crews.closed()),
                s.issue() == Support.Issue.MOST_URGENT,
                s.helpers().stream().map(id -> Objects.requireNonNull(sites.get(id), id)).toList(),
                reserve,
                rules,
                moves != null && moves.active(),
                moves == null ? 0 : draw.value(moves.time()));
    }

    private @Nullable Replenishment replenishment(Support.Policy policy) {
        if (policy.reorderPoint() == null) {
            return null;
        }
        int point = count(policy.reorderPoint());
        Quantity upTo = policy.upTo();
        Quantity lot = policy.lot();
        return upTo != null
                ? Replenishment.upTo(point, Math.max(point + 1, count(upTo)))
                : Replenishment.lots(point, lot == null ? 1 : Math.max(1, count(lot)));
    }

    ShopPolicy shop(Support.Site site, Support.Shop s) {
        var closed = new ArrayList<>(s.closed());
        closed.addAll(site.closed());
        var work = new ShopPolicy.@Nullable Work[s.parts().isEmpty() ? 0 : parts.size()];
        s.parts()
                .forEach((part, own) ->
                        work[Objects.requireNonNull(parts.get(part), part)] =
                                new ShopPolicy.Work(
                                        own(own.repairTime(), s.repairTime()),
                                        own(own.scatter(), s.scatter()),
                                        own(own.repairShare(), s.repairShare()),
                                        own(own.priceShare(), s.priceShare()),
                                        own(own.materialShare(), s.materialShare()),
                                        own(own.materialTime(), s.materialTime())));
        return new ShopPolicy(
                hours(s.workingDays(), closed),
                Realiser.value(draw, s.inductions(), Double.POSITIVE_INFINITY),
                switch (s.priority()) {
                    case FIRST_COME -> ShopPolicy.Priority.FIRST_COME;
                    case MOST_NEEDED -> ShopPolicy.Priority.MOST_NEEDED;
                    case FIXED_ORDER -> ShopPolicy.Priority.FIXED_ORDER;
                },
                rank(s.order()),
                work);
    }

    private double own(@Nullable Quantity of, Quantity otherwise) {
        return draw.value(of == null ? otherwise : of);
    }

    private int[] rank(List<String> order) {
        var rank = new int[order.isEmpty() ? 0 : parts.size()];
        for (int p = 0; p < rank.length; p++) {
            rank[p] = order.size();
        }
        for (int i = order.size() - 1; i >= 0; i--) {
            rank[Objects.requireNonNull(parts.get(order.get(i)), order.get(i))] = i;
        }
        return rank;
    }

    private WorkTime hours(int workingDays, List<String> closed) {
        if (workingDays >= WEEK && closed.isEmpty()) {
            return WorkTime.ALWAYS;
        }
        LocalDate monday =
                calendar.start().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new WorkTime(
                Math.min(WEEK, workingDays), WEEK, calendar.tick(monday), periods(closed));
    }

    /// Closed periods as pairs from, to; those that touch or overlap are one.
    private long[] periods(List<String> closed) {
        var byStart = new TreeMap<Long, Long>();
        for (Season season : read(closed)) {
            for (int y = calendar.start().getYear() - 1;
                    calendar.tick(season.start(y)) < end;
                    y++) {
                byStart.merge(
                        calendar.tick(season.start(y)), calendar.tick(season.end(y)), Math::max);
            }
        }
        var ends = new ArrayList<Long>();
        byStart.forEach((from, to) -> {
            if (!ends.isEmpty() && from <= ends.getLast()) {
                ends.set(ends.size() - 1, Math.max(to, ends.getLast()));
            } else {
                ends.add(from);
                ends.add(to);
            }
        });
        return ends.stream().mapToLong(t -> t).toArray();
    }

    private static List<Season> read(List<String> closed) {
        return closed.stream().map(Season::read).filter(Objects::nonNull).toList();
    }

    /// Whether a tick lies in one of the seasons.
    boolean inSeason(List<String> closed, long tick) {
        return !closed.isEmpty()
                && read(closed).stream().anyMatch(s -> s.contains(calendar.date(tick)));
    }

    /// The ticks at which seasons of sites and links begin or end.
    Set<Long> seasons(Scenario scenario) {
        var ticks = new HashSet<Long>();
        scenario.support().sites().values().forEach(site -> add(site.closed(), ticks));
        scenario.support().links().values().forEach(link -> add(link.closed(), ticks));
        return ticks;
    }

    private void add(List<String> closed, Set<Long> ticks) {
        for (long tick : periods(closed)) {
            ticks.add(tick);
        }
    }

    private int count(Quantity quantity) {
        return (int) Math.round(draw.value(quantity));
    }
}
