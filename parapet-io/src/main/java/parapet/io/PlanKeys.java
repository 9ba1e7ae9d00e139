package parapet.io;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keys that a plan cannot change, or not on a day of its own: what is one for all plans of a
/// study, and what the engines take once from the start. A change of any other key reaches an
/// engine.
final class PlanKeys {
    /// Why a change is refused, and what to do instead.
    ///
    /// @param problem what is the matter, words that follow the key
    /// @param cure what to do
    record Refusal(String problem, String cure) {}

    private record Rule(Pattern keys, Refusal refusal) {}

    private static final String ONE = "[^.]+";

    private static final List<Rule> NEVER =
            List.of(
                    rule(
                            ".+\\.(name|about)|support\\.sites\\.*\\.region"
                                    + "|catalogue\\.units\\.*\\.noun(\\..+)?",
                            "is told once for all plans",
                            "change it in the scenario itself, or give the plan its own name and caution"),
                    rule(
                            "money\\.(reporting|alsoIn|fiscalYear|budgets(\\..+)?)",
                            "is one yardstick for all plans",
                            "change it in the scenario itself"),
                    rule(
                            "sky\\.terrain",
                            "is the ground under all plans",
                            "change it in the scenario itself; a site moves by its `place`"),
                    rule(
                            "sky\\.covering|sky\\.(raids|families|assets)(\\..+)?"
                                    + "|sky\\.targets\\.*\\.release(\\..+)?",
                            "is what all plans are asked",
                            "change it in the scenario itself, or add another raid or family"),
                    rule(
                            "(sky\\.groups|support\\.sites)\\.*\\.alternatives(\\..+)?",
                            "is an uncertainty, and the same for all plans",
                            "change it in the scenario itself; a plan chooses by `rule`"));

    private static final List<Rule> ON_A_DAY =
            List.of(
                    rule(
                            "catalogue\\.units\\.*\\.slots(\\.*(\\.(part|count))?)?",
                            "cannot change on a day: a unit keeps its equipment",
                            "leave out `on`, or add a type of unit with the other equipment and deliver that"),
                    rule(
                            "catalogue\\.units\\.*\\.(missiles|tasks)(\\.*)?|catalogue\\.units\\.*\\.tasks\\.*\\.at(\\.*)?",
                            "cannot change on a day: a unit keeps its missiles and its planned work",
                            "leave out `on`, or change single keys of it, such as a count or `active`"),
                    rule(
                            "catalogue\\.units\\.*\\.batteries(\\..+)?|support\\.sites\\.*\\.(place|rule|apart|faces)",
                            "cannot change on a day: who fights from where is asked once",
                            "leave out `on`, or add a group under `sky.groups`, which has a day from which it exists"),
                    rule(
                            "(catalogue\\.(parts|missiles|units)|support\\.sites)(\\.*)?",
                            "cannot come or go on a day",
                            "leave out `on`; a site comes on a day by `opens` and goes by `active`"),
                    rule(
                            "support\\.sites\\.*\\.(opens|investment)",
                            "is about one day already",
                            "leave out `on`, or change `yearlyCost`"),
                    rule(
                            "support\\.sites\\.*\\.policies(\\.*)?"
                                    + "|support\\.sites\\.*\\.policies\\.*\\.lastTimeBuy(\\..+)?",
                            "holds a purchase with a day of its own",
                            "leave out `on`, or change single keys such as `reorderPoint`"),
                    rule(
                            "support\\.disruptions(\\..+)?",
                            "cannot change on a day: a disruption has a day from which it can happen",
                            "leave out `on`, or add another disruption with its own `from`"));

    private PlanKeys() {}

    private static Rule rule(String keys, String problem, String cure) {
        return new Rule(
                Pattern.compile(keys.replace("\\.*", "\\." + ONE)), new Refusal(problem, cure));
    }

    /// Why a plan cannot set the key at a path; null when it can.
    ///
    /// @param dated whether the change holds from a day on
    static @Nullable Refusal of(String path, boolean dated) {
        for (Rule rule : NEVER) {
            if (rule.keys().matcher(path).matches()) {
                return rule.refusal();
            }
        }
        for (Rule rule : dated ? ON_A_DAY : List.<Rule>of()) {
            if (rule.keys().matcher(path).matches()) {
                return rule.refusal();
            }
        }
        return null;
    }
}
