package parapet.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;

/// How the fleet is kept ready: sites, links, local production and disruptions.
public record Support(
        @Key("Bases, depots, shops and the maker abroad") Map<String, Site> sites,
        @Key("Ways between sites; a pair without a link takes no time") Map<String, Link> links,
        @Key("Local making of new parts and repair material") Map<String, Production> production,
        @Key("Events that close links for a time, such as sanctions")
                Map<String, Disruption> disruptions) {

    /// A place with stock, a shop, or both. The maker abroad is a site.
    public record Site(
            @Key(value = "Name shown to readers", sameAs = "id", example = "Maker's plant, Russia")
                    String name,
            @Key(value = "Whether the site exists in this plan", otherwise = "true") boolean active,
            @Key(value = "Region or country, no finer", otherwise = " ", example = "north-west")
                    String region,
            @Key(
                            value =
                                    "Notional point of that region, for the sky of the units based here",
                            in = "sky.places")
                    @Nullable String place,
            @Key(
                            value =
                                    "Places instead of one, with weights: each draw takes one, the same for all plans",
                            in = "sky.places",
                            example = "{north: 3, west: 1}")
                    Map<String, Station.Alternative> alternatives,
            @Key("Instead of a place, how the defender chooses one") Station.@Nullable Rule rule,
            @Key(
                            value =
                                    "Bearing of the middle of the sector of the batteries based here, from north through east",
                            dimension = Dimension.ANGLE,
                            example = "285 deg")
                    @Nullable Quantity faces,
            @Key(
                            value =
                                    "Whether each battery of a unit takes an alternative, or follows the rule, by itself",
                            otherwise = "false")
                    boolean apart,
            @Key(
                            value =
                                    "Site from which stock is replenished and to which failed parts go",
                            in = "support.sites")
                    @Nullable String supplier,
            @Key(
                            value =
                                    "Shops to which this site sends failed parts; of those that are open and can do the work the"
                                            + " one gets it that is expected to give it back soonest, on a tie the first listed",
                            in = "support.sites")
                    List<String> repairsAt,
            @Key(
                            value =
                                    "Day on which the site opens; without it, it has always been open",
                            dimension = Dimension.DATE)
                    @Nullable Quantity opens,
            @Key(
                            value = "Spare parts held here from the start: part and number",
                            in = "catalogue.parts",
                            example = "{radar: 4}")
                    Map<String, Catalogue.Spares> stock,
            @Key("The repair shop, if there is one") @Nullable Shop shop,
            @Key(
                            value =
                                    "Money needed to open the site, spent evenly over the two years before",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 " + Currencies.PIVOT)
                    Quantity investment,
            @Key(
                            value = "Yearly cost of the open site",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 " + Currencies.PIVOT)
                    Quantity yearlyCost,
            @Key(
                            value =
                                    "Parts of each year in which the site issues nothing, repairs nothing and begins no work on units",
                            example = "[11-15..03-31]")
                    List<String> closed,
            @Key(
                            value =
                                    "Crews that mend and fit on the units based here, and work on units in tasks; without"
                                            + " it there are always enough")
                    @Nullable Crews crews,
            @Key(
                            value =
                                    "Which request gets a spare: the oldest, or that of the unit that needs it most",
                            otherwise = "first-come")
                    Issue issue,
            @Key(
                            value =
                                    "Sites that are asked for a spare when there is none here, the first preferred; what"
                                            + " comes back goes to the site that helped",
                            in = "support.sites")
                    List<String> helpers,
            @Key(
                            value = "Rules of stock by part",
                            in = "catalogue.parts",
                            example = "{cable: {reorderPoint: 2, lot: 6}}")
                    Map<String, Policy> policies,
            @Key(
                            value =
                                    "Whether a unit that is down gives good parts to make another unit based here full or"
                                            + " degraded; without it it never does")
                    @Nullable Cannibalisation cannibalise) {
        /// Whether its units stand anywhere, and so fight.
        public boolean stands() {
            return place != null || rule != null || !alternatives.isEmpty();
        }

        /// A site that works plainly.
        public Site(
                String name,
                boolean active,
                String region,
                @Nullable String place,
                @Nullable String supplier,
                List<String> repairsAt,
                @Nullable Quantity opens,
                Map<String, Catalogue.Spares> stock,
                @Nullable Shop shop,
                Quantity investment,
                Quantity yearlyCost) {
            this(
                    name,
                    active,
                    region,
                    place,
                    Map.of(),
                    null,
                    null,
                    false,
                    supplier,
                    repairsAt,
                    opens,
                    stock,
                    shop,
                    investment,
                    yearlyCost,
                    List.of(),
                    null,
                    Issue.FIRST_COME,
                    List.of(),
                    Map.of(),
                    null);
        }
    }

    /// Which request gets a spare.
    public enum Issue {
        /// The oldest.
        FIRST_COME,
        /// That of a slot that keeps its unit down, before one that keeps it from being full.
        MOST_URGENT
    }

    /// The crews of a site.
    public record Crews(
            @Key(
                            value = "How many",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "6")
                    Quantity count,
            @Key(
                            value = "Days of each week on which they work, from Monday on",
                            range = Key.Range.POSITIVE,
                            otherwise = "7",
                            example = "5")
                    int workingDays,
            @Key(value = "Parts of each year in which they do not work", example = "[12-24..01-02]")
                    List<String> closed) {}

    /// Rules of stock for one part at one site.
    public record Policy(
            @Key(
                            value =
                                    "Scrapped parts are ordered in lots when the stock position (on the shelf, on its way, in"
                                            + " repair and on order, less what is owed) falls to this; without it one for one",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "2")
                    @Nullable Quantity reorderPoint,
            @Key(
                            value = "Size of a lot, of which as many are ordered as needed",
                            dimension = Dimension.COUNT,
                            range = Key.Range.POSITIVE,
                            example = "6")
                    @Nullable Quantity lot,
            @Key(
                            value = "Instead of lots: one order up to this position",
                            dimension = Dimension.COUNT,
                            range = Key.Range.POSITIVE,
                            example = "8")
                    @Nullable Quantity upTo,
            @Key(
                            value = "Spares that are kept here when another site asks for help",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0",
                            example = "1")
                    Quantity reserve,
            @Key("Parts bought once, before they are no longer to be had")
                    @Nullable LastTimeBuy lastTimeBuy) {}

    /// Parts bought once; they come after the procurement time of the part.
    public record LastTimeBuy(
            @Key(value = "Day of the order", dimension = Dimension.DATE, example = "2031-06")
                    Quantity on,
            @Key(
                            value = "How many",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "40")
                    Quantity count) {}

    /// Taking good parts from units that are down.
    public record Cannibalisation(
            @Key(value = "Whether it is allowed in this plan", otherwise = "true") boolean active,
            @Key(
                            value = "Mean time to move and fit one part (exponential)",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "6 h")
                    Quantity time) {}

    public record Shop(
            @Key(
                            value = "Repair places: how many parts are worked on at once",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "1000",
                            example = "12")
                    Quantity places,
            @Key(
                            value = "Share of the places taken by other customers' work",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %")
                    Quantity otherWork,
            @Key(
                            value = "Mean time on a place, once the work begins",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "6..10..18 month")
                    Quantity repairTime,
            @Key(
                            value =
                                    "Scatter of one repair time around the mean: standard deviation over mean (0 fixed,"
                                            + " 100 % exponential; a gamma law in between)",
                            dimension = Dimension.SHARE,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "100 %")
                    Quantity scatter,
            @Key(
                            value =
                                    "Share of the parts sent here that this shop can repair; the others go to the next shop",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "100 %")
                    Quantity repairShare,
            @Key(
                            value = "Price of a repair as a share of the price of a new part",
                            dimension = Dimension.SHARE,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "20 %")
                    Quantity priceShare,
            @Key(
                            value =
                                    "How many times longer a repair takes on the day of opening; 1 for no learning",
                            dimension = Dimension.COUNT,
                            range = Key.Range.POSITIVE,
                            otherwise = "1")
                    Quantity learningFactor,
            @Key(
                            value =
                                    "Time in which the extra time falls to about a third (exponential)",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            otherwise = "2 year")
                    Quantity learningTime,
            @Key(
                            value =
                                    "Share of repairs that first wait for material from the maker, unless it is made locally",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %")
                    Quantity materialShare,
            @Key(
                            value = "Mean wait for that material",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "13 month")
                    Quantity materialTime,
            @Key(
                            value = "Days of each week on which the shop works, from Monday on",
                            range = Key.Range.POSITIVE,
                            otherwise = "7",
                            example = "5")
                    int workingDays,
            @Key(
                            value = "Parts of each year in which the shop does not work",
                            example = "[11-15..03-31]")
                    List<String> closed,
            @Key(
                            value = "What is different for some parts",
                            in = "catalogue.parts",
                            example = "{radar: {repairTime: 4 month}}")
                    Map<String, Work> parts,
            @Key(
                            value =
                                    "Most repairs begun a year, evenly spaced: the next begins at least one year over this after"
                                            + " the last; without it there is no limit",
                            dimension = Dimension.RATE,
                            range = Key.Range.POSITIVE,
                            example = "12 1/year")
                    @Nullable Quantity inductions,
            @Key(
                            value =
                                    "Which waiting part is begun next: the oldest, the one whose kind is most wanting where it"
                                            + " returns to (requests less spares), or the first in `order`",
                            otherwise = "first-come")
                    Priority priority,
            @Key(
                            value = "For `fixed-order`: parts, the first begun before the others",
                            in = "catalogue.parts",
                            example = "[radar, cabin]")
                    List<String> order) {
        /// A shop that works plainly.
        public Shop(
                Quantity places,
                Quantity otherWork,
                Quantity repairTime,
                Quantity scatter,
                Quantity repairShare,
                Quantity priceShare,
                Quantity learningFactor,
                Quantity learningTime,
                Quantity materialShare,
                Quantity materialTime) {
            this(
                    places,
                    otherWork,
                    repairTime,
                    scatter,
                    repairShare,
                    priceShare,
                    learningFactor,
                    learningTime,
                    materialShare,
                    materialTime,
                    7,
                    List.of(),
                    Map.of(),
                    null,
                    Priority.FIRST_COME,
                    List.of());
        }
    }

    /// Which waiting part is begun next.
    public enum Priority {
        /// The oldest.
        FIRST_COME,
        /// The one whose kind is most wanting where it returns to.
        MOST_NEEDED,
        /// The first of a list.
        FIXED_ORDER
    }

    /// What is different about one part in a shop; what is left out is as for the others.
    public record Work(
            @Key(
                            value = "Mean time on a place",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "4 month")
                    @Nullable Quantity repairTime,
            @Key(
                            value = "Scatter of the time: standard deviation over mean",
                            dimension = Dimension.SHARE,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "50 %")
                    @Nullable Quantity scatter,
            @Key(
                            value = "Share that this shop can repair",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            example = "60 %")
                    @Nullable Quantity repairShare,
            @Key(
                            value = "Price of a repair as a share of the price of a new part",
                            dimension = Dimension.SHARE,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "30 %")
                    @Nullable Quantity priceShare,
            @Key(
                            value = "Share of repairs that first wait for material",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            example = "50 %")
                    @Nullable Quantity materialShare,
            @Key(
                            value = "Mean wait for that material",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "6 month")
                    @Nullable Quantity materialTime) {}

    /// A way between two sites, used in both directions.
    public record Link(
            @Key(value = "One end", in = "support.sites") String from,
            @Key(value = "Other end", in = "support.sites") String to,
            @Key(
                            value = "Mean time of transport",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "45 day")
                    Quantity time,
            @Key(
                            value = "Scatter of the time: standard deviation over mean",
                            dimension = Dimension.SHARE,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "50 %")
                    Quantity scatter,
            @Key(
                            value =
                                    "Goods that leave together, one way, as soon as so many wait; 1 to send each at once",
                            range = Key.Range.POSITIVE,
                            otherwise = "1",
                            example = "4")
                    int lot,
            @Key(
                            value =
                                    "Time between departures, counted from the first day, which take all that waits; with a"
                                            + " `lot` as well goods leave at whichever comes first",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "30 day")
                    @Nullable Quantity every,
            @Key(value = "Parts of each year in which nothing is sent", example = "[11-15..03-31]")
                    List<String> closed) {
        /// A link that sends each at once, all year.
        public Link(String from, String to, Quantity time, Quantity scatter) {
            this(from, to, time, scatter, 1, null, List.of());
        }
    }

    /// Local making of new parts and of repair material.
    ///
    ///     share(t) = min(most, first + growth (t - starts))    from `starts` on, 0 before
    public record Production(
            @Key(value = "Whether there is local production in this plan", otherwise = "true")
                    boolean active,
            @Key(value = "Day of the first local parts", dimension = Dimension.DATE)
                    Quantity starts,
            @Key(
                            value = "Share made locally in the beginning",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            example = "5 %")
                    Quantity first,
            @Key(
                            value = "Yearly growth of the share",
                            dimension = Dimension.RATE,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "3.4 points/year")
                    Quantity growth,
            @Key(
                            value = "Share that is never exceeded",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "100 %")
                    Quantity most,
            @Key(
                            value = "Mean time from order to a locally made part",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "3..6..12 month")
                    Quantity leadTime,
            @Key(
                            value = "Price of a local part as a share of the maker's price",
                            dimension = Dimension.SHARE,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "100 %")
                    Quantity priceShare) {}

    /// Something that closes links for a time. It may happen again after it ended.
    public record Disruption(
            @Key(
                            value = "Name shown to readers",
                            sameAs = "id",
                            example = "Sanctions on arms trade")
                    String name,
            @Key(value = "Whether it can happen in this plan", otherwise = "true") boolean active,
            @Key(value = "Day from which it can happen", dimension = Dimension.DATE) Quantity from,
            @Key(
                            value = "Chance that it begins, a year",
                            dimension = Dimension.RATE,
                            range = Key.Range.NOT_NEGATIVE,
                            example = "3 %/year")
                    Quantity chance,
            @Key(
                            value = "How long it lasts",
                            dimension = Dimension.DURATION,
                            range = Key.Range.POSITIVE,
                            example = "6..12..36 month")
                    Quantity lasts,
            @Key(value = "Links that it closes", in = "support.links") List<String> closes,
            @Key(value = "Contracts whose deliveries it holds up", in = "programme.contracts")
                    List<String> holds) {}
}
