package parapet.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
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
                            otherwise = "0 USD")
                    Quantity investment,
            @Key(
                            value = "Yearly cost of the open site",
                            dimension = Dimension.MONEY,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 USD")
                    Quantity yearlyCost) {}

    /// A repair shop.
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
                    Quantity materialTime) {}

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
                    Quantity scatter) {}

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
