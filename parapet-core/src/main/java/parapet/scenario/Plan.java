package parapet.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan: the baseline, or another plan, and a list of changes.
public record Plan(
        @Key(value = "Name shown to readers", sameAs = "id", example = "Two centres from 2028")
                String name,
        @Key(value = "What the plan is, in a sentence", otherwise = " ") String about,
        @Key(
                        value = "A caution shown wherever its figures are shown",
                        otherwise = " ",
                        example = "officials deny")
                String caution,
        @Key(value = "Plan whose changes are made first", in = "plans") @Nullable String basedOn,
        @Key("What the plan changes, in order") List<Change> changes) {}
