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
        @Key(
                        value =
                                "Whether it could be chosen, or is a reference point that is no option, such as more money or rounds"
                                        + " than could be spent or made",
                        otherwise = "option")
                Kind kind,
        @Key(value = "Plan whose changes are made first", in = "plans") @Nullable String basedOn,
        @Key(
                        value =
                                "More plans whose changes are made after those of `basedOn`; two of them may not change the same"
                                        + " key",
                        in = "plans",
                        example = "[centre, missiles]")
                List<String> with,
        @Key("What the plan changes, in order") List<Change> changes) {

    /// Whether a plan could be chosen.
    public enum Kind {
        /// It could be chosen.
        OPTION,
        /// It stands beside the options, to show a scale, and is labelled so wherever it is named.
        REFERENCE_POINT
    }

    /// An option.
    public Plan(
            String name,
            String about,
            String caution,
            @Nullable String basedOn,
            List<Change> changes) {
        this(name, about, caution, Kind.OPTION, basedOn, List.of(), changes);
    }

    /// The name with the label of a reference point.
    ///
    /// @param id key of the plan, for one without a name
    public String label(String id) {
        String shown = name.isBlank() ? id : name;
        return kind == Kind.OPTION ? name : shown + " (reference point, no option)";
    }
}
