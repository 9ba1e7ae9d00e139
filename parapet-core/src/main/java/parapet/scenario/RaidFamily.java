package parapet.scenario;

import java.util.Map;
import parapet.evidence.Quantity;
import parapet.quantity.Dimension;

/// A family of raids: a declared distribution of sizes, mixes, decoys, arcs and aims.
///
/// Every draw has one member, the same for all plans. Aims follow the declared importance of
/// assets, never a plan; a raid that answers a purchase is a family of its own.
@Stress
public record RaidFamily(
        @Key(value = "Name shown to readers", sameAs = "id", example = "Salvos from the west")
                String name,
        @Key(value = "What it stands for, and after which public figures", otherwise = " ")
                String about,
        @Key(value = "Nights on which a member comes", range = Key.Range.POSITIVE, otherwise = "1")
                int nights,
        @Key(
                        value = "Targets of one night, of all classes together",
                        dimension = Dimension.COUNT,
                        range = Key.Range.POSITIVE,
                        example = "20..60..300")
                Quantity size,
        @Key(value = "What comes: classes of target and their shares", in = "sky.targets")
                Map<String, Part> mix,
        @Key("Sides from which it may come") Map<String, Front> fronts,
        @Key(
                        value = "Sides from which one member comes at once",
                        range = Key.Range.POSITIVE,
                        otherwise = "1")
                int sides,
        @Key(
                        value =
                                "How members choose among the assets of a side: by declared importance, each alike, or by"
                                        + " the weights given there",
                        otherwise = "importance")
                Aims aims,
        @Key(
                        value = "Assets at which the targets of one side are aimed in one member",
                        dimension = Dimension.COUNT,
                        range = Key.Range.POSITIVE,
                        otherwise = "1..2..4")
                Quantity spread,
        @Key(
                        value =
                                "How much more larger raids go where importance is: its power, 1 for a raid of typical"
                                        + " size, grows by so much with each doubling",
                        dimension = Dimension.COUNT,
                        range = Key.Range.NOT_NEGATIVE,
                        otherwise = "0")
                Quantity selection,
        @Key(
                        value =
                                "Range of all radars while it comes, as a share of theirs in quiet: jamming",
                        dimension = Dimension.SHARE,
                        range = Key.Range.UNIT,
                        otherwise = "100 %")
                Quantity radarRange) {

    /// How a family chooses its aims.
    public enum Aims {
        /// In proportion to the declared importance of assets.
        IMPORTANCE,
        /// Each asset alike.
        EVEN,
        /// By the weights that the front gives.
        OWN
    }

    /// One class of a family.
    @Stress
    public record Part(
            @Key(
                            value = "Its weight in the mix",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "1",
                            example = "40..60..80")
                    Quantity weight,
            @Key(
                            value =
                                    "Share of these that are decoys: seen and shot at alike, and harmless",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "0 %",
                            example = "20..40..60 %")
                    Quantity decoys,
            @Key(
                            value = "How far out they begin",
                            dimension = Dimension.LENGTH,
                            range = Key.Range.POSITIVE,
                            otherwise = "300 km")
                    Quantity distance,
            @Key(
                            value = "When the first begins",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 s")
                    Quantity after,
            @Key(
                            value = "Time over which they begin, evenly at random",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "30 min")
                    Quantity within) {}

    /// A side from which members may come.
    @Stress
    public record Front(
            @Key(
                            value = "Its weight among the sides",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "1")
                    Quantity weight,
            @Key(
                            value =
                                    "Bearing from what is attacked to where they come from, from north through east",
                            dimension = Dimension.ANGLE,
                            example = "280 deg")
                    Quantity bearing,
            @Key(
                            value = "Width of the sector in which the arcs of members lie",
                            dimension = Dimension.ANGLE,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "60 deg")
                    Quantity width,
            @Key(
                            value = "Width of the arc of one member",
                            dimension = Dimension.ANGLE,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "30 deg")
                    Quantity arc,
            @Key(
                            value = "Assets within reach from there",
                            in = "sky.assets",
                            example = "{bases-north: 1, fuel-west: 1}")
                    Map<String, Aim> assets) {}

    /// An asset at which a front is aimed.
    @Stress
    public record Aim(
            @Key(
                            value = "Its weight, where the family chooses by `own` weights",
                            dimension = Dimension.COUNT,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "1")
                    Quantity weight) {}
}
