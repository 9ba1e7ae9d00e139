package parapet.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.quantity.Dimension;

/// How the study is run and what it reports.
public record Study(
        @Key(value = "Seed of all chance", otherwise = "1") long seed,
        @Key(
                        value = "Least number of draws of the uncertain inputs",
                        range = Key.Range.POSITIVE,
                        otherwise = "100")
                int draws,
        @Key(value = "Greatest number of draws", range = Key.Range.POSITIVE, otherwise = "400")
                int mostDraws,
        @Key(value = "Draws of a quick run", range = Key.Range.POSITIVE, otherwise = "16")
                int quickDraws,
        @Key(value = "Replications of each draw", range = Key.Range.POSITIVE, otherwise = "1")
                int replications,
        @Key(
                        value =
                                "Go on in rounds of `draws` until the mean availability of every plan is known to this"
                                        + " half-width (95 % interval); without it, one round is computed",
                        dimension = Dimension.SHARE,
                        range = Key.Range.UNIT)
                @Nullable Quantity halfWidth,
        @Key(
                        value = "Plan against which the others are compared",
                        in = "plans",
                        otherwise = "baseline")
                String reference,
        @Key("Dates at which years of readiness and money are reported") List<LocalDate> dates,
        @Key("Dates on which covered sky and raids are asked; the raids come to who is ready then")
                List<LocalDate> raidDates,
        @Key("When a defence counts as one that holds") Holds holds,
        @Key("Dates of the hindcast: the forecast is made with what was known then")
                List<LocalDate> hindcasts,
        @Key("Differences between plans that answer a question: plan, against, per")
                Map<String, Comparison> comparisons,
        @Key("Statements of the news, each put beside what the model says to it")
                Map<String, Statement> news,
        @Key("The questions that head the sections of the report") Questions questions,
        @Key(
                        "Published figures about the fleet: draws are weighed by some, the fitted model is judged by others")
                Map<String, Observation> observations,
        @Key(
                        value =
                                "Weight of each grade of evidence when claims are drawn; 0 leaves a grade out",
                        example = "{A: 8, B: 4, C: 2, D: 0}")
                Map<String, Weight> weights) {

    /// Levels above which a defence counts as one that holds.
    public record Holds(
            @Key(
                            value = "Share of the targets of a night that do not get through",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "80 %")
                    Quantity stopped,
            @Key(
                            value = "Value that is left, of what a raid attacks",
                            dimension = Dimension.SHARE,
                            range = Key.Range.UNIT,
                            otherwise = "80 %")
                    Quantity kept) {}

    /// The questions that head the sections of the report.
    public record Questions(
            @Key(
                            value = "About the time lost",
                            otherwise = "What did the delay cost, and what if it slips again?")
                    String delay,
            @Key(
                            value = "About repair and spares",
                            otherwise = "Does local repair and spares production pay, and when?")
                    String repair,
            @Key(
                            value = "About other uses of the money",
                            otherwise =
                                    "What else would the money buy, and what does each choice give?",
                            example = "A second contract, or spares for the same money?")
                    String force,
            @Key(value = "About raids", otherwise = "Would it hold in a raid, and for how long?")
                    String raid,
            @Key(
                            value = "About the evidence",
                            otherwise = "Which number is right, and which should I check first?")
                    String evidence) {
        /// The questions where a scenario asks none of its own.
        public static final Questions GENERAL =
                new Questions(
                        "What did the delay cost, and what if it slips again?",
                        "Does local repair and spares production pay, and when?",
                        "What else would the money buy, and what does each choice give?",
                        "Would it hold in a raid, and for how long?",
                        "Which number is right, and which should I check first?");
    }

    /// A difference between two plans that answers a question.
    public record Comparison(
            @Key(
                            value = "The question, in words",
                            example = "What does a year of slip of the fifth unit cost?")
                    String question,
            @Key(
                            value =
                                    "What the question is about, which decides where the report answers it",
                            otherwise = "other",
                            example = "repair")
                    Topic topic,
            @Key(value = "Plan", in = "plans") String plan,
            @Key(value = "Plan it is compared with", in = "plans") String against,
            @Key(
                            value =
                                    "Length of the slip between the two, when the price of a month is asked; 0 otherwise",
                            dimension = Dimension.DURATION,
                            range = Key.Range.NOT_NEGATIVE,
                            otherwise = "0 month")
                    Quantity slip) {}

    /// A statement of the news, and the number that would bear it out.
    public record Statement(
            @Key(
                            value = "What was said, as a short sentence of your own",
                            example = "The last two units come by March 2026.")
                    String said,
            @Key("Claims that hold it, by their ids; who said it and when stands with them")
                    List<String> claims,
            @Key(
                            value =
                                    "Plan under which it is judged; the reference where none is given",
                            in = "plans")
                    @Nullable String plan,
            @Key(value = "Plan it is compared with: the difference is judged", in = "plans")
                    @Nullable String against,
            @Key(
                            value =
                                    "Metric that is judged, by its key in the table `metrics`; `promised` and `delivered` may name a day of their own",
                            example = "delivered/2026-03-31")
                    @Nullable String metric,
            @Key(
                            value =
                                    "The statement holds from this value of the metric, in its unit",
                            dimension = Dimension.COUNT)
                    @Nullable Quantity atLeast,
            @Key(
                            value =
                                    "The statement holds up to this value of the metric, in its unit",
                            dimension = Dimension.COUNT)
                    @Nullable Quantity atMost,
            @Key(
                            value = "Why this number, or why none judges it",
                            otherwise = " ",
                            example = "a cause; the model knows how long, not why")
                    String because) {}

    /// What a question is about.
    public enum Topic {
        /// What a delay cost.
        DELAY,
        /// What a further slip would cost; with `slip`, the price of a month.
        SLIP,
        /// Repair, spares and production at home.
        REPAIR,
        /// More or other forces for the money.
        FORCE,
        /// Prices, currencies and payments.
        MONEY,
        /// Anything else.
        OTHER
    }

    /// The weight of a grade.
    public record Weight(
            @Key(value = "Weight", dimension = Dimension.COUNT, range = Key.Range.NOT_NEGATIVE)
                    Quantity weight) {}
}
