package parapet.sustain;

import java.util.List;
import parapet.quantity.Calendar;

/// How the fleet is supported during one phase. Parts, sites, types and their order are the same in
/// all phases of a case; only numbers change. Durations are seconds, shares 0..1, money in units of
/// its currency.
///
/// @param parts replaceable parts
/// @param types types of unit
/// @param sites sites
/// @param links mean and scatter of transport, `links[from][to]`, symmetric
/// @param production local making of new parts and material
public record Network(
        List<Part> parts,
        List<UnitType> types,
        List<Site> sites,
        Link[][] links,
        Production production) {
    public Network {
        parts = List.copyOf(parts);
        types = List.copyOf(types);
        sites = List.copyOf(sites);
    }

    /// A replaceable part.
    ///
    /// @param id key in the scenario
    /// @param failure law of the age at failure of one installed item, on the clock of the part
    /// @param calendar whether that clock runs as long as the item is installed, whatever the unit
    ///   does; else only while the unit serves, at the rate of the slot
    /// @param fieldRepairShare share of failures mended on the spot without a spare
    /// @param fieldRepairSec mean time to mend on the spot, or to fit a spare at hand (exponential;
    ///   0 is at once)
    /// @param condemnedShare share of removed parts that is bought anew
    /// @param noFaultShare share of the removed parts, not condemned, in which the shop finds no
    ///   fault
    /// @param noFaultSec mean time on a place to find that out (exponential)
    /// @param inside sub-parts of which one may have to be exchanged in a repair
    /// @param life when items are taken out though they work
    /// @param procurementSec mean time from order to a new part from the maker (exponential)
    /// @param lastOrderTick first tick from which the maker takes no order; `Long.MAX_VALUE` for
    ///   never
    /// @param price price of a new part
    /// @param currency its currency
    public record Part(
            String id,
            FailureLaw failure,
            boolean calendar,
            double fieldRepairShare,
            double fieldRepairSec,
            double condemnedShare,
            double noFaultShare,
            double noFaultSec,
            List<Inside> inside,
            Life life,
            double procurementSec,
            long lastOrderTick,
            double price,
            String currency) {
        public Part {
            inside = List.copyOf(inside);
        }

        /// A part without sub-parts that fails at a constant rate in operation and is made for
        /// ever.
        public Part(
                String id,
                double meanTimeBetweenFailuresSec,
                double fieldRepairShare,
                double fieldRepairSec,
                double condemnedShare,
                double procurementSec,
                double price,
                String currency) {
            this(
                    id,
                    new FailureLaw.Exponential(meanTimeBetweenFailuresSec),
                    false,
                    fieldRepairShare,
                    fieldRepairSec,
                    condemnedShare,
                    0,
                    0,
                    List.of(),
                    Life.ENDLESS,
                    procurementSec,
                    Long.MAX_VALUE,
                    price,
                    currency);
        }

        /// Long-run failures of one item in a slot a second of service, if it is exchanged at once.
        public double failureRate(Slot slot) {
            return (calendar ? 1 : slot.clockRate()) / failure.mean();
        }

        /// Whether each item has to be followed by itself.
        boolean followed() {
            return !failure.ageless() || life.service() < Double.POSITIVE_INFINITY;
        }
    }

    /// A sub-part of a part.
    ///
    /// @param part index of the sub-part
    /// @param share share of the repairs of the part in which one of these is the fault and is
    ///   exchanged; all shares of a part add up to at most 1, in the rest no sub-part is needed
    public record Inside(int part, double share) {}

    /// When items are taken out though they work.
    ///
    /// @param service age on the clock of the part at which an installed item is taken out;
    ///   infinite for none
    /// @param overhauled whether it then goes to a shop and is as new after it, or is scrapped
    /// @param shelfSec time on a shelf after which a spare is scrapped; infinite for none
    public record Life(double service, boolean overhauled, double shelfSec) {
        /// No limit.
        public static final Life ENDLESS =
                new Life(Double.POSITIVE_INFINITY, true, Double.POSITIVE_INFINITY);
    }

    /// A type of unit.
    ///
    /// @param id key in the scenario
    /// @param slots places for parts
    /// @param spares `spares[part]` spare parts that come with each unit to its base
    /// @param missiles missiles that come with each unit
    /// @param tasks planned work on the whole unit
    /// @param yearlyCost yearly cost of one unit in service
    /// @param currency its currency
    /// @param operating share of the time in which the clock of tasks by use runs while the unit is
    ///   neither down nor away
    public record UnitType(
            String id,
            List<Slot> slots,
            int[] spares,
            List<Missile> missiles,
            List<Task> tasks,
            double yearlyCost,
            String currency,
            double operating) {
        public UnitType {
            slots = List.copyOf(slots);
            missiles = List.copyOf(missiles);
            tasks = List.copyOf(tasks);
        }

        /// A type in operation all the time.
        public UnitType(
                String id,
                List<Slot> slots,
                int[] spares,
                List<Missile> missiles,
                List<Task> tasks,
                double yearlyCost,
                String currency) {
            this(id, slots, spares, missiles, tasks, yearlyCost, currency, 1);
        }
    }

    /// A place in the breakdown.
    ///
    /// @param id key in the scenario
    /// @param part index of the part
    /// @param count installed
    /// @param full must work for the unit to be full
    /// @param degraded must work for the unit to be at least degraded, at most `full`
    /// @param clockRate rate at which the clock of an installed, working part runs while the unit
    ///   serves: share of the time that it operates, or uses a second
    public record Slot(String id, int part, int count, int full, int degraded, double clockRate) {}

    /// Missiles of one type that come with a unit.
    ///
    /// @param id key in the scenario
    /// @param count how many come with the unit
    /// @param lifeSec from delivery to withdrawal
    /// @param extensionSec added once by recertification at the end of life; 0 for none
    /// @param extensionPrice cost of recertifying one
    /// @param price price of one
    /// @param currency currency of both
    public record Missile(
            String id,
            int count,
            double lifeSec,
            double extensionSec,
            double extensionPrice,
            double price,
            String currency) {}

    /// Planned work that takes the whole unit away.
    ///
    /// @param id key in the scenario
    /// @param everySec from the start of service, or the end of the last time, to the next;
    ///   infinite when done once
    /// @param fromTick first tick at which it may begin
    /// @param graceSec how long past the due time the unit may go on working while it waits for a
    ///   place
    /// @param active whether it is done at all
    /// @param at where, the preferred first
    /// @param policy what it needs and what comes of it
    public record Task(
            String id,
            double everySec,
            long fromTick,
            double graceSec,
            boolean active,
            List<TaskSite> at,
            TaskPolicy policy) {
        public Task {
            at = List.copyOf(at);
        }

        /// A task by the calendar, without parts or crews.
        public Task(
                String id,
                double everySec,
                long fromTick,
                double graceSec,
                boolean active,
                List<TaskSite> at) {
            this(id, everySec, fromTick, graceSec, active, at, TaskPolicy.PLAIN);
        }

        /// Whether it is done only once.
        boolean once() {
            return Double.isInfinite(everySec) && Double.isInfinite(policy.useSec());
        }
    }

    /// A site that can do a task.
    ///
    /// @param site index of the site
    /// @param places units at once
    /// @param timeSec mean time away; the time is gamma with a scatter of [#SCATTER]
    /// @param price price of doing it once
    /// @param currency its currency
    /// @param inductionsPerSec greatest rate of units begun here, evenly spaced; infinite for no
    ///   limit
    public record TaskSite(
            int site,
            int places,
            double timeSec,
            double price,
            String currency,
            double inductionsPerSec) {
        /// Standard deviation over mean of the time away, and of what findings add to it.
        public static final double SCATTER = 0.2;

        /// A site without a limit of inductions.
        public TaskSite(int site, int places, double timeSec, double price, String currency) {
            this(site, places, timeSec, price, currency, Double.POSITIVE_INFINITY);
        }
    }

    /// A site.
    ///
    /// @param id key in the scenario
    /// @param open whether it works in this phase
    /// @param supplier index of the site that replenishes it and takes its failed parts; -1 for
    ///   none
    /// @param repairsAt indices of shops for failed parts that are here; the soonest expected back
    ///   is taken, on a tie the first
    /// @param stock `stock[part]` target of spare parts of its own (beside those that come with
    ///   units)
    /// @param shop the shop; places 0 when there is none
    /// @param yearlyCost yearly cost while open
    /// @param currency its currency
    /// @param policy crews, priorities, help between sites
    public record Site(
            String id,
            boolean open,
            int supplier,
            int[] repairsAt,
            int[] stock,
            Shop shop,
            double yearlyCost,
            String currency,
            SitePolicy policy) {
        /// A site that works plainly.
        public Site(
                String id,
                boolean open,
                int supplier,
                int[] repairsAt,
                int[] stock,
                Shop shop,
                double yearlyCost,
                String currency) {
            this(
                    id,
                    open,
                    supplier,
                    repairsAt,
                    stock,
                    shop,
                    yearlyCost,
                    currency,
                    SitePolicy.PLAIN);
        }

        /// This site with another shop, open or not.
        public Site with(boolean isOpen, Shop other) {
            return new Site(
                    id, isOpen, supplier, repairsAt, stock, other, yearlyCost, currency, policy);
        }

        /// This site with another policy.
        public Site with(SitePolicy other) {
            return new Site(
                    id, open, supplier, repairsAt, stock, shop, yearlyCost, currency, other);
        }
    }

    /// A repair shop.
    ///
    /// @param places repair places for the fleet, other customers' share already taken off; 0 for
    ///   no shop
    /// @param openedTick tick of opening, from which learning counts
    /// @param repairSec mean time on a place
    /// @param scatter standard deviation over mean of one repair time (0 fixed, 1 exponential,
    ///   gamma between)
    /// @param repairShare share of the parts sent here that can be repaired here
    /// @param priceShare price of a repair as a share of the part's price
    /// @param learningFactor repair time on the opening day over the mature one, 1 or more
    /// @param learningSec time in which the extra falls to 1/e
    /// @param materialShare share of repairs that first wait for material from the maker, unless
    ///   made locally
    /// @param materialSec mean of that wait (exponential)
    /// @param policy hours, limits, priorities, and parts that are different
    public record Shop(
            int places,
            long openedTick,
            double repairSec,
            double scatter,
            double repairShare,
            double priceShare,
            double learningFactor,
            double learningSec,
            double materialShare,
            double materialSec,
            ShopPolicy policy) {
        /// No shop.
        public static final Shop NONE = new Shop(0, 0, 1, 0, 0, 0, 1, 1, 0, 0);

        /// A shop that works plainly.
        public Shop(
                int places,
                long openedTick,
                double repairSec,
                double scatter,
                double repairShare,
                double priceShare,
                double learningFactor,
                double learningSec,
                double materialShare,
                double materialSec) {
            this(
                    places,
                    openedTick,
                    repairSec,
                    scatter,
                    repairShare,
                    priceShare,
                    learningFactor,
                    learningSec,
                    materialShare,
                    materialSec,
                    ShopPolicy.PLAIN);
        }

        /// This shop with another policy.
        public Shop with(ShopPolicy other) {
            return new Shop(
                    places,
                    openedTick,
                    repairSec,
                    scatter,
                    repairShare,
                    priceShare,
                    learningFactor,
                    learningSec,
                    materialShare,
                    materialSec,
                    other);
        }

        /// This shop with other places, opened on another day.
        public Shop with(int otherPlaces, long opened) {
            return new Shop(
                    otherPlaces,
                    opened,
                    repairSec,
                    scatter,
                    repairShare,
                    priceShare,
                    learningFactor,
                    learningSec,
                    materialShare,
                    materialSec,
                    policy);
        }

        /// Repair time of a part that is begun at `tick` over the mature one:
        ///
        ///     1 + (f - 1) exp(-age / L)        f factor, L time of learning, age of the shop
        public double learning(long tick) {
            if (learningFactor == 1) {
                return 1;
            }
            double ageSec = Calendar.seconds(Math.max(0, tick - openedTick));
            return 1 + (learningFactor - 1) * StrictMath.exp(-ageSec / learningSec);
        }

        /// Mean time on a place of a part, s.
        public double repairSec(int part) {
            ShopPolicy.Work own = policy.work(part);
            return own == null ? repairSec : own.repairSec();
        }

        /// Standard deviation over mean of its time.
        public double scatter(int part) {
            ShopPolicy.Work own = policy.work(part);
            return own == null ? scatter : own.scatter();
        }

        /// Share of such parts that can be repaired here.
        public double repairShare(int part) {
            ShopPolicy.Work own = policy.work(part);
            return own == null ? repairShare : own.repairShare();
        }

        /// Price of its repair as a share of its price.
        public double priceShare(int part) {
            ShopPolicy.Work own = policy.work(part);
            return own == null ? priceShare : own.priceShare();
        }

        /// Share of its repairs that first wait for material.
        public double materialShare(int part) {
            ShopPolicy.Work own = policy.work(part);
            return own == null ? materialShare : own.materialShare();
        }

        /// Mean of that wait, s.
        public double materialSec(int part) {
            ShopPolicy.Work own = policy.work(part);
            return own == null ? materialSec : own.materialSec();
        }
    }

    /// Transport between two sites.
    ///
    /// @param timeSec mean time
    /// @param scatter standard deviation over mean (gamma)
    /// @param open whether anything can be sent in this phase; what is under way arrives all the
    ///   same
    /// @param lot goods that leave together as soon as so many wait, one way; 0 or 1 to send each
    ///   at once
    /// @param everySec time between departures, the first at tick 0, which take all that waits; 0
    ///   for none
    public record Link(double timeSec, double scatter, boolean open, int lot, double everySec) {
        /// At once, always open.
        public static final Link NONE = new Link(0, 0, true);

        /// A link on which each part leaves at once.
        public Link(double timeSec, double scatter, boolean open) {
            this(timeSec, scatter, open, 0, 0);
        }

        /// Whether goods wait for each other.
        boolean inLots() {
            return lot > 1 || everySec > 0;
        }
    }

    /// Local making of new parts and material: share(t) = min(most, first + growth (t - start))
    /// from the start on.
    ///
    /// @param startTick first tick of local production; `Long.MAX_VALUE` for none
    /// @param first share at the start
    /// @param growthPerSec growth of the share, 1/s
    /// @param most greatest share
    /// @param leadSec mean time from order to a local part (exponential)
    /// @param priceShare price over the maker's price
    public record Production(
            long startTick,
            double first,
            double growthPerSec,
            double most,
            double leadSec,
            double priceShare) {
        /// No local production.
        public static final Production NONE = new Production(Long.MAX_VALUE, 0, 0, 0, 1, 1);

        /// The share made locally at `tick`, 0..1.
        public double shareAt(long tick) {
            if (tick < startTick) {
                return 0;
            }
            return Math.min(most, first + growthPerSec * Calendar.seconds(tick - startTick));
        }
    }
}
