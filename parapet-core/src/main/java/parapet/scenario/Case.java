package parapet.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.programme.Accounting;
import parapet.programme.Ledger;
import parapet.programme.ProgrammeInput;
import parapet.programme.Rates;
import parapet.quantity.Calendar;
import parapet.sustain.SustainInput;

/// A plan under a draw: plain numbers and dated changes, made of the engines' own input records. No
/// engine sees evidence, units of measure or plans.
///
/// @param plan key of the plan
/// @param draw number of the draw
/// @param calendar calendar of tick 0
/// @param endTick tick after the last simulated day
/// @param programme contracts and purchases
/// @param sustain the fleet and its support
/// @param outlays money that the plan spends by itself: opening of sites, close-in layers,
///   last-time buys
/// @param rates exchange rates of the draw
/// @param accounting how prices rise, fiscal years and present values
/// @param sky who could see and fight, and the raids; null when the scenario has no sky
/// @param inputs values drawn, by quantity, in inner units
public record Case(
        String plan,
        int draw,
        Calendar calendar,
        long endTick,
        ProgrammeInput programme,
        SustainInput sustain,
        List<Ledger.Entry> outlays,
        Rates rates,
        Accounting accounting,
        @Nullable SkyCase sky,
        Map<String, Double> inputs) {
    public Case {
        outlays = List.copyOf(outlays);
        inputs = Map.copyOf(inputs);
    }

    /// Its sky.
    ///
    /// @throws IllegalStateException if the scenario has none
    public SkyCase skyOrThrow() {
        if (sky == null) {
            throw new IllegalStateException("The plan (%s) has no sky.".formatted(plan));
        }
        return sky;
    }

    /// The same draw with other support.
    public Case with(SustainInput other) {
        return with(programme, other, outlays);
    }

    /// The same draw with another programme, other support and other money of its own.
    public Case with(
            ProgrammeInput otherProgramme,
            SustainInput otherSustain,
            List<Ledger.Entry> otherOutlays) {
        return new Case(
                plan,
                draw,
                calendar,
                endTick,
                otherProgramme,
                otherSustain,
                otherOutlays,
                rates,
                accounting,
                sky,
                inputs);
    }
}
