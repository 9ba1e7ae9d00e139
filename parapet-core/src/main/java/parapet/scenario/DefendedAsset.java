package parapet.scenario;

import java.util.Map;
import parapet.evidence.Quantity;
import parapet.quantity.Dimension;

/// What a defence is for: a group of things at region grain, with a notional value.
///
/// Value and hardness touch what is counted after a raid, and the rules of stations that name them;
/// they change no battle.
@Stress
public record DefendedAsset(
        @Key(value = "Name shown to readers", sameAs = "id", example = "Air bases of the north")
                String name,
        @Key(value = "Region in which it lies", in = "sky.places") String place,
        @Key(
                        value = "Notional value in points, for value kept and lost",
                        dimension = Dimension.COUNT,
                        range = Key.Range.NOT_NEGATIVE,
                        otherwise = "1")
                Quantity value,
        @Key(
                        value =
                                "Declared importance, by which families of raids choose what they are aimed at",
                        dimension = Dimension.COUNT,
                        range = Key.Range.NOT_NEGATIVE,
                        sameAs = "value")
                Quantity importance,
        @Key(
                        value =
                                "What it withstands, by class of target; without a class, a leaker of it does no harm",
                        in = "sky.targets",
                        example = "{one-way-drone: 2 %}")
                Map<String, Hardness> hardness) {

    /// What an asset withstands of one class of target.
    @Stress
    public record Hardness(
            @Key(
                            value =
                                    "Probability that one target of the class that gets through harms it",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            example = "5..10..20 %")
                    Quantity harm) {}
}
