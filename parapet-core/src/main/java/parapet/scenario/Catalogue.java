package parapet.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;

/// What there is: parts, missiles and types of unit.
public record Catalogue(
        @Key("Parts that fail and are repaired or replaced") Map<String, Part> parts,
        @Key("Missiles, stocked by lot and life") Map<String, Missile> missiles,
        @Key("Types of unit, such as a battery with its radars") Map<String, UnitType> units) {

    public Catalogue {
        var named = new LinkedHashMap<String, UnitType>();
        units.forEach((id, type) -> named.put(id, type.called(type.noun().orKey(id))));
        units = Collections.unmodifiableMap(named);
    }

    /// What a unit of any type is called: the noun that all types share, else `unit`.
    public Noun noun() {
        var nouns = units.values().stream().map(UnitType::noun).toList();
        return nouns.isEmpty() || !nouns.stream().allMatch(nouns.getFirst()::alike)
                ? Noun.UNIT
                : nouns.getFirst();
    }

    /// A replaceable part (line replaceable unit).
    public record Part(
            @Key(
                            value = "Name shown to readers",
                            sameAs = "id",
                            example = "Engagement radar module")
                    String name,
            @Key(
                            value =
                                    "Mean time between failures of one installed part, on its clock; this or"
                                            + " `meanUsesBetweenFailures`",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "300 h")
                    @Nullable Quantity meanTimeBetweenFailures,
            @Key(
                            value =
                                    "Mean uses (shots, starts, cycles) between failures of one installed part; slots say how"
                                            + " often it is used",
                            dimension = Dimension.COUNT,
                            range = Key.Range.POSITIVE,
                            example = "400")
                    @Nullable Quantity meanUsesBetweenFailures,
            @Key(
                            value =
                                    "What the part grows old by: `operation` (the share of the time that its slot operates) or"
                                            + " `calendar` (as long as it is installed)",
                            otherwise = "operation")
                    Clock clock,
            @Key(
                            value =
                                    "Law of the age at failure: `exponential` (it does not age), `weibull`, `lognormal`, or"
                                            + " `ages` (the table of `ages`)",
                            otherwise = "exponential")
                    Law law,
            @Key(
                            value =
                                    "For `weibull` the shape (above 1 it wears out), for `lognormal` standard deviation over"
                                            + " mean",
                            dimension = Dimension.COUNT,
                            range = Key.Range.POSITIVE,
                            example = "2.5")
                    @Nullable Quantity shape,
            @Key(
                            "For the law `ages`: ages by which a share of new parts has failed, in rising order")
                    Map<String, Age> ages,
            @Key(
                            value =
                                    "How little the true failure rate is known: standard deviation over mean between draws"
                                            + " (gamma law), the same for all installed parts of a draw",
                            dimension = Dimension.SHARE,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 %")
                    Quantity rateScatter,
            @Key("Removals that were counted; they sharpen the rate (gamma-Poisson)")
                    @Nullable Observed observed,
            @Key(
                            value = "Share of failures mended on the spot, without a spare",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %",
                            example = "85 %")
                    Quantity fieldRepairShare,
            @Key(
                            value =
                                    "Mean time to mend on the spot, or to fit a spare that is at hand (exponential)",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "3 h")
                    Quantity fieldRepairTime,
            @Key(
                            value =
                                    "Share of removed parts that cannot be repaired and are bought anew",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %")
                    Quantity condemnedShare,
            @Key(
                            value =
                                    "Share of the parts sent to a shop, not scrapped, in which no fault is found",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %")
                    Quantity noFaultShare,
            @Key(
                            value =
                                    "Mean time on a place to find that there is no fault (exponential)",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "1 day")
                    Quantity noFaultTime,
            @Key(
                            value =
                                    "Sub-parts: one of them is the fault in a share of the repairs and is exchanged from the"
                                            + " stock of the shop's site; it then goes its own way",
                            in = "catalogue.parts",
                            example = "{card: 30 %}")
                    Map<String, Inside> inside,
            @Key(
                            value =
                                    "Age on its clock at which a working part is taken out; without it, never",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "10 year")
                    @Nullable Quantity serviceLife,
            @Key(
                            value =
                                    "Whether a part at the end of its service life goes to a shop and is as new after it, or is"
                                            + " scrapped",
                            otherwise = "true")
                    boolean overhauled,
            @Key(
                            value =
                                    "Time on a shelf after which a spare is scrapped and bought anew; without it, it keeps",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "8 year")
                    @Nullable Quantity shelfLife,
            @Key(
                            value =
                                    "Day from which the maker takes no more orders; without it, it is made for ever",
                            dimension = Dimension.DATE)
                    @Nullable Quantity lastOrder,
            @Key(
                            value = "Mean time from order to arrival of a new part from the maker",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "13 month")
                    Quantity procurementTime,
            @Key(
                            value = "Price of a new part",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "2 million " + Currencies.PIVOT)
                    Quantity price) {}

    /// What a part grows old by.
    public enum Clock {
        /// Operation of its slot.
        OPERATION,
        /// Time, whatever the unit does.
        CALENDAR
    }

    /// Law of the age at failure.
    public enum Law {
        /// Constant rate.
        EXPONENTIAL,
        /// Weibull of the given mean and shape.
        WEIBULL,
        /// Lognormal of the given mean and scatter.
        LOGNORMAL,
        /// A table.
        AGES
    }

    /// A point of the table of ages at failure.
    public record Age(
            @Key(
                            value =
                                    "Share of new parts that has failed by this age; 100 % for the last",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT)
                    Quantity share,
            @Key(
                            value = "The age, on the clock of the part",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE)
                    Quantity age) {}

    /// Removals that were counted.
    public record Observed(
            @Key(value = "How many", dimension = Dimension.COUNT, range = Key.Range.NOT_NEGATIVE)
                    Quantity removals,
            @Key(
                            value =
                                    "In how much time of all installed parts together, on their clock",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "12000 h")
                    Quantity exposure) {}

    /// A sub-part of a part.
    public record Inside(
            @Key(
                            value =
                                    "Share of the repairs of the part in which this is the fault; together at most 100 %",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT)
                    Quantity share) {}

    /// A missile type held by units. Lots grow old and are withdrawn at the end of their life,
    /// unless recertified.
    public record Missile(
            @Key(value = "Name shown to readers", sameAs = "id") String name,
            @Key(
                            value = "Price of one",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "3.8 million " + Currencies.PIVOT)
                    Quantity price,
            @Key(
                            value = "Life from delivery to withdrawal",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "12 year")
                    Quantity life,
            @Key(
                            value = "Life added once by recertification; 0 for none",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 year")
                    Quantity extension,
            @Key(
                            value = "Cost of recertifying, as a share of the price",
                            dimension = Dimension.SHARE,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 %")
                    Quantity extensionPriceShare) {}

    /// A type of unit, broken down into slots.
    public record UnitType(
            @Key(
                            value = "Name shown to readers",
                            sameAs = "id",
                            example = "Battery of the first kind")
                    String name,
            @Key(
                            value =
                                    "What people call one such unit; the report speaks it where all types share it",
                            example = "battery")
                    Noun noun,
            @Key("Places for parts; the unit is full, degraded or down by what works in each")
                    Map<String, Slot> slots,
            @Key(
                            value =
                                    "Spare parts that come with each unit to its base: part and number",
                            in = "catalogue.parts",
                            example = "{radar: 2}")
                    Map<String, Spares> spares,
            @Key(
                            value = "Missiles that come with each unit: missile and number",
                            in = "catalogue.missiles",
                            example = "{long: 32}")
                    Map<String, Load> missiles,
            @Key(
                            value = "Batteries of the unit: type and number",
                            in = "sky.batteries",
                            example = "{battery: {count: 2, degraded: 1}}")
                    Map<String, Batteries> batteries,
            @Key("Planned work that takes the whole unit away: overhaul, upgrade")
                    Map<String, Task> tasks,
            @Key(
                            value =
                                    "Yearly cost of keeping one deployed unit, without repairs and spares",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 " + Currencies.PIVOT)
                    Quantity yearlyCost,
            @Key(
                            value =
                                    "Share of the time in which the clock of tasks by use runs while the unit is neither down nor"
                                            + " away; without it all of it",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            example = "2000 h/year")
                    @Nullable Quantity operating) {
        private UnitType called(Noun name) {
            return name.equals(noun)
                    ? this
                    : new UnitType(
                            this.name,
                            name,
                            slots,
                            spares,
                            missiles,
                            batteries,
                            tasks,
                            yearlyCost,
                            operating);
        }

        /// A type whose clock of use always runs.
        public UnitType(
                String name,
                Map<String, Slot> slots,
                Map<String, Spares> spares,
                Map<String, Load> missiles,
                Map<String, Batteries> batteries,
                Map<String, Task> tasks,
                Quantity yearlyCost) {
            this(name, Noun.UNIT, slots, spares, missiles, batteries, tasks, yearlyCost, null);
        }
    }

    /// A place in the breakdown of a unit: how many of one part, and how many must work.
    public record Slot(
            @Key(value = "Part that fills the slot", in = "catalogue.parts") String part,
            @Key(
                            value = "How many are installed",
                            range = Key.Range.POSITIVE,
                            otherwise = "1",
                            example = "2")
                    int count,
            @Key(
                            value = "How many must work for the unit to be full",
                            range = Key.Range.NOT_NEGATIVE,
                            sameAs = "count")
                    int full,
            @Key(
                            value =
                                    "How many must work for the unit to be at least degraded; with fewer it is down",
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "1")
                    int degraded,
            @Key(
                            value = "Share of the time each installed part operates",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "100 %",
                            example = "3000 h/year")
                    Quantity operating,
            @Key(
                            value =
                                    "How often each installed part is used, for parts with `meanUsesBetweenFailures`",
                            dimension = Dimension.RATE,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "40/year")
                    @Nullable Quantity uses) {}

    /// A number of batteries.
    public record Batteries(
            @Key(value = "How many fight when the unit is full", range = Key.Range.POSITIVE)
                    int count,
            @Key(
                            value = "How many fight when the unit is degraded",
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0")
                    int degraded) {}

    /// A number of spare parts.
    public record Spares(
            @Key(value = "How many", dimension = Dimension.COUNT, range = Key.Range.NOT_NEGATIVE)
                    Quantity count) {}

    /// A number of missiles.
    public record Load(
            @Key(value = "How many", dimension = Dimension.COUNT, range = Key.Range.NOT_NEGATIVE)
                    Quantity count) {}

    /// Planned work that takes the whole unit away.
    public record Task(
            @Key(value = "Name shown to readers", sameAs = "id", example = "Overhaul") String name,
            @Key(
                            value =
                                    "Calendar time from deployment, or from the end of the last time, to the next; without it"
                                            + " the work is done once",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "12 year")
                    @Nullable Quantity every,
            @Key(
                            value =
                                    "Day from which the work may begin; without it, from the first day",
                            dimension = Dimension.DATE)
                    @Nullable Quantity from,
            @Key(
                            value =
                                    "Time past the due date during which a unit may go on working while it waits for a place;"
                                            + " after it the unit stands still",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "2 year")
                    Quantity grace,
            @Key(value = "Whether the work is done at all", otherwise = "true") boolean active,
            @Key(
                            value =
                                    "Where it can be done, the preferred site first: site, places, time and price",
                            in = "support.sites")
                    Map<String, TaskSite> at,
            @Key(
                            value =
                                    "Operating time of the unit from deployment, or from the end of the last time, to the next;"
                                            + " with `every` as well it is due at whichever comes first",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "8000 h")
                    @Nullable Quantity everyUse,
            @Key("What is found in some of the times and makes them longer")
                    @Nullable Findings findings,
            @Key(
                            value =
                                    "Parts taken each time from the stock of the site where it is done; the work does not end"
                                            + " before all have come",
                            in = "catalogue.parts",
                            example = "{radar: 1}")
                    Map<String, Spares> parts,
            @Key(
                            value = "Crews of that site, for the whole time",
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0",
                            example = "2")
                    int crews,
            @Key(
                            value =
                                    "Whether it fills all places of the unit that wait for parts, with parts that come with it",
                            otherwise = "false")
                    boolean renews,
            @Key(
                            value =
                                    "How long before it is due it is done along with other work that takes the unit to the same"
                                            + " site; without it never",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "1 year")
                    @Nullable Quantity together,
            @Key(
                            value =
                                    "Share of the times after which the unit is found beyond repair; without it none",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            example = "1 %")
                    @Nullable Quantity lost) {
        /// A task by the calendar, without parts or crews.
        public Task(
                String name,
                @Nullable Quantity every,
                @Nullable Quantity from,
                Quantity grace,
                boolean active,
                Map<String, TaskSite> at) {
            this(name, every, from, grace, active, at, null, null, Map.of(), 0, false, null, null);
        }
    }

    /// What is found during a task.
    public record Findings(
            @Key(
                            value = "Share of the times in which something is found",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            example = "30 %")
                    Quantity share,
            @Key(
                            value = "Mean time that it adds",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "3 month")
                    Quantity time) {}

    /// One site that can do a task.
    public record TaskSite(
            @Key(value = "How many units at once", range = Key.Range.POSITIVE, otherwise = "1")
                    int places,
            @Key(
                            value = "Mean time the unit is away",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "12..18..27 month")
                    Quantity time,
            @Key(
                            value = "Price of doing it once",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 " + Currencies.PIVOT)
                    Quantity price,
            @Key(
                            value =
                                    "Most units begun here a year, evenly spaced; without it there is no limit but the places",
                            dimension = Dimension.RATE,
                            range = Key.Range.POSITIVE,
                            example = "2 1/year")
                    @Nullable Quantity inductions) {
        /// A site without a limit of inductions.
        public TaskSite(int places, Quantity time, Quantity price) {
            this(places, time, price, null);
        }
    }
}
