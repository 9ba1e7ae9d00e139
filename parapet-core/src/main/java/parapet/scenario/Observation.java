package parapet.scenario;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.quantity.Dimension;
import parapet.sustain.Reason;
import parapet.sustain.UnitState;

/// A published figure about the state of the fleet, against which draws are weighed or by which the
/// fitted model is judged. Exactly one of `share`, `number` and `finishedYearly` is given.
public record Observation(
        @Key(value = "Name shown to readers", sameAs = "id", example = "Available, October 2014")
                String name,
        @Key(
                        value =
                                "Plan whose simulated figure is compared; without it, the reference plan",
                        in = "plans")
                @Nullable String plan,
        @Key(value = "First day of the period; without it, `date` alone") @Nullable LocalDate from,
        @Key(value = "Day to which the figure applies, or the last day of the period")
                LocalDate date,
        @Key(
                        value =
                                "States that count: full, degraded, down, away; without it, every state in service",
                        example = "[full, degraded]")
                List<UnitState> states,
        @Key(
                        value = "Reasons that count; without it, every reason",
                        example = "[awaiting-material, shop-full]")
                List<Reason> reasons,
        @Key(
                        value =
                                "Sites that count: where the unit is worked on, or its missing part is; without it, every site",
                        in = "support.sites")
                List<String> sites,
        @Key(value = "Types of unit that count; without it, every type", in = "catalogue.units")
                List<String> types,
        @Key(
                        value = "Published share of the units in service",
                        dimension = Dimension.SHARE,
                        range = Key.Range.UNIT,
                        example = "55 %")
                @Nullable Quantity share,
        @Key(
                        value = "Published number of units",
                        dimension = Dimension.COUNT,
                        range = Key.Range.NOT_NEGATIVE,
                        example = "106")
                @Nullable Quantity number,
        @Key(
                        value = "Published number of planned works (overhauls) finished a year",
                        dimension = Dimension.COUNT,
                        range = Key.Range.NOT_NEGATIVE,
                        example = "10..12")
                @Nullable Quantity finishedYearly,
        @Key(
                        value =
                                "Standard deviation of what the model leaves out: in points for a share, as a share of the"
                                        + " value for a number",
                        dimension = Dimension.SHARE,
                        range = Key.Range.POSITIVE,
                        otherwise = "2 %")
                Quantity tolerance,
        @Key("Whether draws are weighed by it, or the fitted model is judged by it") Use use) {

    /// What a published figure is used for.
    public enum Use {
        /// Draws that come near it get more weight.
        FIT,
        /// It is only compared with what the fitted model says.
        JUDGE
    }

    /// What is counted.
    public enum Measure {
        /// Share of the units in service, 0..1.
        SHARE,
        /// Number of units.
        NUMBER,
        /// Planned works finished a year.
        FINISHED
    }

    /// What is counted.
    public Measure measure() {
        return share != null ? Measure.SHARE : number != null ? Measure.NUMBER : Measure.FINISHED;
    }

    /// The published value.
    public Quantity value() {
        Quantity value = share != null ? share : number != null ? number : finishedYearly;
        if (value == null) {
            throw new IllegalStateException("The observation (%s) has no value.".formatted(name));
        }
        return value;
    }

    /// The first day of the period.
    public LocalDate first() {
        return from == null ? date : from;
    }
}
