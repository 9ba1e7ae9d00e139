package parapet.study;

import static parapet.study.Column.date;
import static parapet.study.Column.flag;
import static parapet.study.Column.integer;
import static parapet.study.Column.number;
import static parapet.study.Column.text;

import java.util.List;
import java.util.Locale;

/// The tables that a run leaves behind, one Parquet file each. This is the one declaration from
/// which the writer, the reference page and the digest take their columns.
public enum ResultTable {
    /// The plans of the run.
    PLANS(
            "The plans, in the order of the scenario",
            text("plan", "key of the plan"),
            integer("ord", "place in the order of the scenario, from 0"),
            text("name", "name shown to readers"),
            text("about", "what the plan is"),
            text("caution", "a caution to be shown with its figures, empty for none"),
            text("basedOn", "plan whose changes come first, null for the baseline"),
            text("changes", "the changes in words, one a line"),
            flag("reference", "whether the others are compared with it")),
    /// The units of every plan.
    UNITS(
            "The units that a plan may get",
            text("plan", "key of the plan"),
            text("unit", "key of the unit"),
            text("name", "name shown to readers"),
            text("type", "type of unit"),
            text("contract", "key of the contract"),
            text("contractName", "name of the contract"),
            text("base", "key of the site where it is based"),
            text("region", "region of that site, no finer")),
    /// What came of every delivery.
    DELIVERIES(
            "When each unit was due and came, in every replication",
            text("plan", "key of the plan"),
            integer("draw", "draw of the uncertain inputs, from 0"),
            integer("replication", "replication within the draw, from 0"),
            text("unit", "key of the unit"),
            date("due", "due date"),
            date("ready", "the maker is ready"),
            date("arrived", "in the country"),
            date("inService", "first day in service"),
            flag("settled", "whether the arrival is known history")),
    /// Units by state and month.
    READINESS(
            "Mean number of units in each state, by month",
            text("plan", "key of the plan"),
            integer("draw", "draw"),
            integer("replication", "replication"),
            date("month", "first day of the month"),
            number("promised", "units due"),
            number("delivered", "units in the country"),
            number("inService", "units in service"),
            number("ready", "units that are full"),
            number("degraded", "units that are degraded"),
            number("down", "units that are down"),
            number("away", "units away for overhaul or upgrade")),
    /// Unit-days by cause.
    DOWNTIME(
            "Unit-days by state and reason in each fiscal year; the days of all states sum to the unit-days since the due dates",
            text("plan", "key of the plan"),
            integer("draw", "draw"),
            integer("replication", "replication"),
            integer("fiscalYear", "calendar year in which the fiscal year begins"),
            text(
                    "state",
                    "state of the unit: not-delivered, deploying, full, degraded, down, away"),
            text("reason", "reason in words, empty when full"),
            text("part", "missing part, empty when none"),
            text("site", "site where the missing part (or the unit) is, empty when none"),
            number("days", "unit-days")),
    /// Unit-days by chain of causes.
    CHAINS(
            "Unit-days without a part by whole chain of causes, from the unit to the last cause, in every replication",
            text("plan", "key of the plan"),
            integer("draw", "draw"),
            integer("replication", "replication"),
            flag("coming", "whether after the as-of date, or up to it"),
            text("chain", "part: what is wanting at which site, and behind it the next cause"),
            number("days", "unit-days")),
    /// Money by fiscal year, cause and currency.
    MONEY(
            "Money spent in each fiscal year",
            text("plan", "key of the plan"),
            integer("draw", "draw"),
            integer("replication", "replication"),
            integer("fiscalYear", "calendar year in which the fiscal year begins"),
            text("cause", "why it is spent, in words"),
            text("currency", "currency in which it is paid"),
            number("amount", "amount in that currency"),
            number("usd", "the same in US dollars at the rate of the day"),
            number("inr", "the same in rupees at the rate of the day"),
            number("rub", "the same in roubles at the rate of the day"),
            number("reporting", "the same in the reporting currency at the rate of the day"),
            number("real", "that, in money of the day `money.pricesOf`")),
    /// Missiles in stock.
    MISSILES(
            "Missiles with units in service at the end of each fiscal year",
            text("plan", "key of the plan"),
            integer("draw", "draw"),
            integer("replication", "replication"),
            integer("fiscalYear", "calendar year in which the fiscal year begins"),
            text("missile", "key of the missile"),
            number("count", "missiles in stock")),
    /// The drawn inputs.
    INPUTS(
            "The uncertain inputs as drawn",
            integer("draw", "draw"),
            text("quantity", "key of the quantity"),
            number("value", "value in the unit of the next column (dates: days since 1970-01-01)"),
            text("unit", "unit for readers")),
    /// Numbers that answer questions, one per replication.
    OUTCOMES(
            "The numbers that answer the questions, one for each replication",
            text("plan", "key of the plan"),
            integer("draw", "draw"),
            integer("replication", "replication"),
            text("metric", "key of the metric, such as ready-unit-years/2030-03-31"),
            number("value", "value in the unit of the metric")),
    /// The metrics.
    METRICS(
            "What each metric means",
            text("metric", "key of the metric"),
            text("label", "in words"),
            text("unit", "unit"),
            flag("higherIsBetter", "whether more is better")),
    /// Estimates of outcomes.
    ESTIMATES(
            "Estimate of each metric for each plan, with its interval and the spread of the runs",
            text("plan", "key of the plan"),
            text("metric", "key of the metric"),
            integer("n", "number of draws"),
            number("mean", "mean over draws"),
            number("halfWidth", "half-width of the 95 % interval of the mean"),
            number("p05", "5 % of the draws lie below"),
            number("p25", "25 %"),
            number("p50", "50 %"),
            number("p75", "75 %"),
            number("p95", "95 %")),
    /// Paired differences between plans.
    DIFFERENCES(
            "Paired differences between plans on common random numbers",
            text(
                    "comparison",
                    "key of the comparison in the scenario, or `reference` for plan against reference"),
            text("question", "the question in words, empty for none"),
            text("plan", "key of the plan"),
            text("against", "key of the plan it is compared with"),
            text("metric", "key of the metric"),
            integer("n", "number of draws"),
            number("mean", "mean of plan minus against"),
            number("halfWidth", "half-width of its 95 % interval"),
            number("p05", "5 % of the draws lie below"),
            number("p50", "50 %"),
            number("p95", "95 %"),
            number(
                    "shareBetter",
                    "share of the draws in which the plan is better, ties counted half"),
            number(
                    "perMonth",
                    "mean divided by the months of slip between the plans, null when none"),
            number(
                    "perMonthHalfWidth",
                    "half-width of the 95 % interval of `perMonth`, null when none"),
            text(
                    "topic",
                    "what the question is about: delay, slip, repair, force, money, other; empty for"
                            + " plan against reference")),
    /// Life-cycle cost.
    LIFE_CYCLE(
            "Life-cycle cost: money of every plan by fiscal year and cause, means over all runs",
            text("plan", "key of the plan"),
            integer("fiscalYear", "calendar year in which the fiscal year begins"),
            text("name", "name of the fiscal year, such as 2027-28"),
            text("cause", "why it is spent, in words"),
            number("usd", "million US dollars, at the rate of the day of each payment"),
            number("inr", "crore rupees, likewise"),
            number("rub", "million roubles, likewise"),
            number("reporting", "in the reporting currency, likewise"),
            number("real", "that, in money of the day `money.pricesOf`"),
            text("unit", "unit of the last two")),
    /// Budgets.
    BUDGETS(
            "The money granted for a fiscal year beside what every plan spends in it, over all runs",
            text("plan", "key of the plan"),
            integer("fiscalYear", "calendar year in which the fiscal year begins"),
            text("name", "name of the fiscal year"),
            number("budget", "money granted"),
            text("unit", "unit of all amounts of the row"),
            number("mean", "mean money spent"),
            number("p05", "5 % of the runs spend less"),
            number("p50", "50 %"),
            number("p95", "95 %"),
            number("shareOver", "share of the runs that spend more than the budget")),
    /// What explains the spread.
    DRIVERS(
            "Which inputs explain the spread of an answer: first-order share of the variance over draws",
            text("plan", "key of the plan"),
            text("metric", "key of the metric"),
            integer("rank", "1 for the input that explains most"),
            text("quantity", "key of the quantity"),
            number("share", "share of the variance explained by this input alone, 0..1"),
            number("noise", "share that no input without an effect exceeds in 95 of 100 rankings"),
            number("correlation", "rank correlation of input and answer, -1..1"),
            number("low", "mean answer in the lowest fifth of the input"),
            number("high", "mean answer in the highest fifth of the input")),
    /// The quantities of the scenario.
    QUANTITIES(
            "Every uncertain number, what it stands on and the range used",
            text("quantity", "key"),
            text("basis", "claims, forecasts, assumption or stated"),
            text("of", "key of its claims, empty when it has none"),
            text("unit", "unit for readers"),
            text("low", "least value used, in words"),
            text("typical", "mean value used, in words"),
            text("high", "greatest value used, in words"),
            text("because", "reason of an assumption, empty otherwise"),
            text("usedAt", "places in the scenario, separated by a line break")),
    /// The claims.
    EVIDENCE(
            "Every claim, whether it was used, and why not",
            text("claim", "key"),
            text("of", "key of the quantity it speaks of, empty for context"),
            text("statement", "what is claimed"),
            text("value", "the value as published, with its unit"),
            number("low", "least value, in the unit of the quantity, null for words"),
            number("high", "greatest value, in the unit of the quantity, null for words"),
            text("unit", "unit of low and high"),
            text("status", "actual, forecast, promised, announced or reported"),
            date("made", "day on which a forecast or promise was made"),
            date("asOfDay", "date to which the value applies"),
            text("publisher", "publisher of the source, empty for derived values and assumptions"),
            text("title", "title of the source"),
            text("published", "date of the source as given"),
            text("grade", "A to D"),
            text("kind", "reported, derived or assumption"),
            text("copiedFrom", "claim or publisher it was copied from"),
            text("formula", "formula of a derived value"),
            text("note", "note"),
            number(
                    "weight",
                    "share of the draws that use it, 0..1; null when no quantity asks for it"),
            text("setAside", "why it is not used, empty when it is"),
            flag("flagged", "whether it differs from the others by a power of ten")),
    /// Forecasts of milestones.
    FORECASTS(
            "Every dated forecast of a milestone and its error",
            text("milestone", "key of the quantity"),
            text("claim", "key of the claim"),
            text("status", "promised, forecast or actual"),
            date("made", "day on which it was made"),
            date("first", "first day of the period named"),
            date("last", "last day of the period named"),
            number(
                    "errorMonths",
                    "what came minus what was said (middle to middle), months; null while it has not come"),
            text("publisher", "publisher"),
            text("grade", "A to D")),
    /// The hindcast.
    HINDCAST(
            "Forecasts of milestones made with what was known on a day, beside what happened",
            date("asOfDay", "day up to which the evidence is used"),
            text("milestone", "key of the quantity"),
            date("p05", "5 % of the draws come earlier"),
            date("p25", "25 %"),
            date("p50", "50 %"),
            date("p75", "75 %"),
            date("p95", "95 %"),
            date("actual", "what happened (middle of the period known), null while it has not"),
            flag(
                    "inside",
                    "whether it lies inside the 90 % band; while it has not happened, null, or false once the band has passed")),
    /// What the simulation says to published figures.
    FIGURES(
            "What the simulation says to every published figure, in every replication",
            integer("draw", "draw"),
            integer("replication", "replication"),
            text("observation", "key of the observation"),
            number("value", "simulated value in the unit of the observation")),
    /// Weights after fitting.
    WEIGHTS(
            "Weight of every replication after fitting to the published figures; they sum to 1",
            integer("draw", "draw"),
            integer("replication", "replication"),
            number("weight", "weight, 0..1")),
    /// Published figures beside fitted and predicted ones.
    OBSERVATIONS(
            "Every published figure beside what the model says before and after fitting",
            text("observation", "key of the observation"),
            text("name", "name shown to readers"),
            text("plan", "key of the plan whose figure is compared"),
            text("use", "fit or judge"),
            date("first", "first day of the period"),
            date("last", "last day of the period"),
            text("unit", "unit of the values"),
            number("published", "mean of the published range"),
            number("publishedLow", "least published value"),
            number("publishedHigh", "greatest published value"),
            number("deviation", "standard deviation of published range and tolerance together"),
            number("priorMean", "mean of the simulated figure before fitting"),
            number("prior05", "5 % of the replications lie below"),
            number("prior95", "95 %"),
            number("mean", "weighted mean after fitting"),
            number("p05", "5 % of the weight lies below"),
            number("p25", "25 %"),
            number("p50", "50 %"),
            number("p75", "75 %"),
            number("p95", "95 %"),
            number(
                    "z",
                    "published minus weighted mean, over the standard deviation of both together"),
            number(
                    "tail",
                    "chance, by the fitted model, of a published figure as far out on either side, 0..1")),
    /// What fitting did to the inputs.
    MOVED(
            "The uncertain inputs before and after fitting, the one that moved most first",
            text("quantity", "key of the quantity"),
            text("unit", "unit of the values (dates: days since 1970-01-01)"),
            number("priorMean", "mean before fitting"),
            number("prior05", "5 % of the draws lie below"),
            number("prior95", "95 %"),
            number("mean", "weighted mean after fitting"),
            number("p05", "5 % of the weight lies below"),
            number("p95", "95 %"),
            number("shift", "change of the mean over the standard deviation before"),
            number("noise", "shift that an input without any effect exceeds in 1 of 20 cases"),
            number("spread", "standard deviation after over before")),
    /// How well the draws support the fit.
    FIT(
            "How many draws the fit rests on",
            integer("observations", "figures fitted"),
            integer("draws", "draws"),
            integer("replications", "replications of each draw"),
            number("effective", "effective number of draws (Kish): 1 / sum of squared weights"),
            number("greatest", "greatest weight of one draw, 0..1")),
    /// States of units in one replication, for the eye.
    STATES(
            "States of every unit in the first replication of each plan, day by day, as intervals",
            text("plan", "key of the plan"),
            text("unit", "key of the unit"),
            date("first", "first day"),
            date("last", "last day"),
            text("state", "state"),
            text("reason", "reason in words, empty when full"),
            text("part", "missing part, empty when none"),
            text("site", "site where it is, empty when none")),
    /// Names of raids, targets, rounds, parts and sites.
    NAMES(
            "Names and descriptions of raids, classes of target, kinds of round, parts and sites",
            text("kind", "raid, target, round, part or site"),
            text("key", "key"),
            text("name", "name shown to readers"),
            text("about", "what it is, empty for none"),
            integer("nights", "nights on which a raid comes, null for others"),
            flag("alone", "whether a raid meets groups of its own instead of the plan's force")),
    /// Regions of the map.
    PLACES(
            "The regions of the scenario and the notional points that stand for them",
            text("place", "key of the place"),
            text("name", "name shown to readers"),
            number("latitude", "degrees, to half a degree"),
            number("longitude", "degrees, to half a degree"),
            text(
                    "units",
                    "names of the units and groups that stand there, separated by a line break"),
            flag("aim", "whether a raid is aimed at it")),
    /// The sky as a map.
    SKY(
            "What the units of the reference plan would see if all were ready, cell by cell, with typical inputs",
            number("latitude", "middle of the cell, degrees"),
            number("longitude", "middle of the cell, degrees"),
            number("ground", "height of the ground, m"),
            number(
                    "lowest",
                    "lowest height above the ground that any unit sees, m; null beyond reach"),
            integer(
                    "sites100",
                    "sites that see a target of the scenario's covering class at 100 m above the ground"),
            integer("sites1000", "the same at 1 km"),
            integer("sites10000", "the same at 10 km"),
            flag(
                    "bound",
                    "whether the figures below 1 km are smooth-earth bounds, because terrain data are too coarse"),
            text(
                    "edge100",
                    "what keeps the best site from seeing it at 100 m: terrain, horizon, power; empty when seen or out of question"),
            text("edge1000", "the same at 1 km"),
            text("edge10000", "the same at 10 km")),
    /// Covered sky.
    COVERED(
            "Area over which the ready units see a target of the covering class, or could engage it",
            text("plan", "key of the plan"),
            integer("draw", "draw"),
            integer("replication", "replication"),
            date("day", "the day"),
            number("height", "height above the ground, m"),
            text(
                    "kind",
                    "seen (by a search radar) or reached (within the reach of a round and in view)"),
            integer("atLeast", "by at least so many sites"),
            number("area", "area, thousand km2")),
    /// Who was ready when a raid came.
    FORCES(
            "The state of the force that each raid met, and the battle that tells what came of it; equal states share a battle",
            text("plan", "key of the plan"),
            integer("draw", "draw"),
            integer("replication", "replication"),
            date("day", "the day"),
            text("raid", "key of the raid"),
            text(
                    "state",
                    "batteries that fight and rounds, by unit or group that can touch the raid"),
            text("battle", "key of the battle, unique within draw and raid"),
            integer("shared", "targets that got through on the first night of that battle"),
            integer(
                    "alone",
                    "the same when fought by itself, with exact rounds and chance of its own; null unless"
                            + " compared")),
    /// Battles by class.
    BATTLES(
            "What came of each battle, by night and class of target",
            integer("draw", "draw"),
            text("raid", "key of the raid"),
            text("battle", "key of the battle"),
            integer("night", "night, from 1"),
            text("target", "key of the class of target"),
            integer("threats", "targets that came"),
            integer("killed", "targets stopped"),
            integer("leaked", "targets that got through")),
    /// Rounds by battle.
    ROUNDS(
            "Rounds fired and left in each battle, by night and kind of round",
            integer("draw", "draw"),
            text("raid", "key of the raid"),
            text("battle", "key of the battle"),
            integer("night", "night, from 1"),
            text("round", "key of the kind of round"),
            integer("fired", "rounds fired that night"),
            integer("left", "rounds left after it")),
    /// Why threats got through.
    REASONS(
            "Why targets got through on the first night, by class: the furthest link at which the chain of every battery broke",
            integer("draw", "draw"),
            text("raid", "key of the raid"),
            text("battle", "key of the battle"),
            text("target", "key of the class of target"),
            text("reason", "reason in words"),
            integer("leaked", "targets")),
    /// The first night by hours.
    HOURS(
            "The first night by hours: targets that got through and rounds fired",
            integer("draw", "draw"),
            text("raid", "key of the raid"),
            text("battle", "key of the battle"),
            integer("hour", "hour since the raid began, from 0"),
            text("kind", "leaked or fired"),
            text("what", "class of target, or kind of round"),
            integer("number", "targets or rounds")),
    /// Stories of threats.
    THREATS(
            "The story of every target of the first night in the first battle of each raid of the reference plan: one row for each battery",
            text("raid", "key of the raid"),
            date("day", "the day"),
            text("threat", "key of the target, such as mixed-17"),
            text("target", "class of target"),
            text("lane", "the way on which it came"),
            text("fate", "killed or leaked"),
            number("endMin", "when it was killed or got through, minutes since the raid began"),
            text("by", "battery that killed it, empty when it got through"),
            text("battery", "battery of this row"),
            text(
                    "reason",
                    "where its chain broke, in words; empty for the one that killed it, or when nothing broke before it was killed"),
            number("trackMin", "first track, minutes since the raid began; null when never"),
            number("opensMin", "first possible launch, minutes; null when never"),
            number("closesMin", "last possible launch, minutes; null when never"),
            integer("fired", "rounds fired at it")),
    /// Raids after real ones.
    ANALOGUES(
            "Raids made after public figures of real ones: share stopped as computed, beside what was reported; nothing is fitted",
            text("raid", "key of the raid"),
            text("target", "class of target"),
            number("mean", "computed share stopped, %"),
            number("p05", "5 % of the draws lie below"),
            number("p95", "95 %"),
            number("reportedLow", "least reported share, %"),
            number("reportedHigh", "greatest reported share, %"),
            flag(
                    "inside",
                    "whether the reported range touches the computed 90 % band; null where the input decides"),
            flag(
                    "decidedByInput",
                    "true: the defenders have no round against this class, so 0 was put in and is no evidence")),
    /// How battles were shared.
    SHARING(
            "How often a battle was used again for an equal state of the force, and what lumping and sharing changed against fighting each one",
            text("raid", "key of the raid"),
            integer("asked", "states that raids met"),
            integer("fought", "battles fought"),
            integer(
                    "compared",
                    "states fought one by one, with exact rounds and chance of their own, to compare"),
            number("difference", "mean of shared minus one by one, targets that got through"),
            number("halfWidth", "half-width of the 95 % interval of that difference")),
    /// Warnings.
    WARNINGS(
            "Where a model leaves its validity, or the evidence is thin",
            text("subject", "model or quantity"),
            text("warning", "what is wrong, with the worst case"),
            integer("count", "how often"));

    private final String doc;
    private final List<Column> columns;

    ResultTable(String doc, Column... columns) {
        this.doc = doc;
        this.columns = List.of(columns);
    }

    /// What the table holds.
    public String doc() {
        return doc;
    }

    /// Its columns in order.
    public List<Column> columns() {
        return columns;
    }

    /// Its name in SQL and its file name without ending.
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
