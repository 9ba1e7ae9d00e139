package parapet.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parapet.study.rows.AnalogueRow;
import parapet.study.rows.BattleRow;
import parapet.study.rows.BudgetRow;
import parapet.study.rows.ChainRow;
import parapet.study.rows.ClaimRow;
import parapet.study.rows.ConfidenceRow;
import parapet.study.rows.CoveredRow;
import parapet.study.rows.CrossedRow;
import parapet.study.rows.DeliveryRow;
import parapet.study.rows.DifferenceRow;
import parapet.study.rows.DowntimeRow;
import parapet.study.rows.DriverRow;
import parapet.study.rows.EstimateRow;
import parapet.study.rows.FigureRow;
import parapet.study.rows.FitRow;
import parapet.study.rows.FlipRow;
import parapet.study.rows.ForceRow;
import parapet.study.rows.ForecastRow;
import parapet.study.rows.HarmRow;
import parapet.study.rows.HindcastRow;
import parapet.study.rows.HourRow;
import parapet.study.rows.InputRow;
import parapet.study.rows.LifeCycleRow;
import parapet.study.rows.MetricRow;
import parapet.study.rows.MissileRow;
import parapet.study.rows.MoneyRow;
import parapet.study.rows.MovedRow;
import parapet.study.rows.NameRow;
import parapet.study.rows.NewsRow;
import parapet.study.rows.ObservationRow;
import parapet.study.rows.OutcomeRow;
import parapet.study.rows.PlaceRow;
import parapet.study.rows.PlanRow;
import parapet.study.rows.QuantityRow;
import parapet.study.rows.ReadinessRow;
import parapet.study.rows.ReasonRow;
import parapet.study.rows.RoundRow;
import parapet.study.rows.SharingRow;
import parapet.study.rows.SkyCellRow;
import parapet.study.rows.StandRow;
import parapet.study.rows.StateRow;
import parapet.study.rows.StationRow;
import parapet.study.rows.ThreatRow;
import parapet.study.rows.UnitRow;
import parapet.study.rows.WarningRow;
import parapet.study.rows.WeightRow;
import parapet.tables.Column;
import parapet.tables.RowType;
import parapet.tables.Tables;

/// The tables that a run leaves behind, one Parquet file each, in their order. What each holds is
/// declared by its record.
public enum ResultTable {
    /// The plans of the run.
    PLANS(PlanRow.class),
    /// The units of every plan.
    UNITS(UnitRow.class),
    /// What came of every delivery.
    DELIVERIES(DeliveryRow.class),
    /// Units by state and month.
    READINESS(ReadinessRow.class),
    /// Unit-days by cause.
    DOWNTIME(DowntimeRow.class),
    /// Unit-days by chain of causes.
    CHAINS(ChainRow.class),
    /// Money by fiscal year, cause and currency.
    MONEY(MoneyRow.class),
    /// Missiles in stock.
    MISSILES(MissileRow.class),
    /// The drawn inputs.
    INPUTS(InputRow.class),
    /// Numbers that answer questions, one per replication.
    OUTCOMES(OutcomeRow.class),
    /// The metrics.
    METRICS(MetricRow.class),
    /// Estimates of outcomes.
    ESTIMATES(EstimateRow.class),
    /// Paired differences between plans.
    DIFFERENCES(DifferenceRow.class),
    /// Life-cycle cost.
    LIFE_CYCLE(LifeCycleRow.class),
    /// Budgets.
    BUDGETS(BudgetRow.class),
    /// What explains the spread.
    DRIVERS(DriverRow.class),
    /// What answers rest on.
    CONFIDENCE(ConfidenceRow.class),
    /// The quantities of the scenario.
    QUANTITIES(QuantityRow.class),
    /// The claims.
    EVIDENCE(ClaimRow.class),
    /// Statements of the news.
    NEWS(NewsRow.class),
    /// Forecasts of milestones.
    FORECASTS(ForecastRow.class),
    /// The hindcast.
    HINDCAST(HindcastRow.class),
    /// What the simulation says to published figures.
    FIGURES(FigureRow.class),
    /// Weights after fitting.
    WEIGHTS(WeightRow.class),
    /// Published figures beside fitted and predicted ones.
    OBSERVATIONS(ObservationRow.class),
    /// What fitting did to the inputs.
    MOVED(MovedRow.class),
    /// How well the draws support the fit.
    FIT(FitRow.class),
    /// States of units in one replication, for the eye.
    STATES(StateRow.class),
    /// Names of raids, targets, rounds, parts and sites.
    NAMES(NameRow.class),
    /// Regions of the map.
    PLACES(PlaceRow.class),
    /// The sky as a map.
    SKY(SkyCellRow.class),
    /// Covered sky.
    COVERED(CoveredRow.class),
    /// Who was ready when a raid came.
    FORCES(ForceRow.class),
    /// Battles by class.
    BATTLES(BattleRow.class),
    /// Rounds by battle.
    ROUNDS(RoundRow.class),
    /// Why threats got through.
    REASONS(ReasonRow.class),
    /// The first night by hours.
    HOURS(HourRow.class),
    /// Stories of threats.
    THREATS(ThreatRow.class),
    /// Raids after real ones.
    ANALOGUES(AnalogueRow.class),
    /// How battles were shared.
    SHARING(SharingRow.class),
    /// What came of battles for assets.
    HARM(HarmRow.class),
    /// Two plans against the same members of families.
    CROSSED(CrossedRow.class),
    /// Where the sign of a comparison flips.
    FLIPS(FlipRow.class),
    /// Where units and groups stand in a draw.
    STATIONS(StationRow.class),
    /// Comparisons by station.
    STANDS(StandRow.class),
    /// Warnings.
    WARNINGS(WarningRow.class);

    private static final Map<Class<?>, ResultTable> BY_ROW = new HashMap<>();

    static {
        for (ResultTable table : values()) {
            BY_ROW.put(table.type.row(), table);
        }
    }

    private final RowType<?> type;

    ResultTable(Class<? extends Record> row) {
        type = Tables.of(row);
    }

    /// The table of a record class.
    ///
    /// @throws IllegalArgumentException if no table has such rows
    public static ResultTable of(Class<? extends Record> row) {
        ResultTable table = BY_ROW.get(row);
        if (table == null) {
            throw new IllegalArgumentException(
                    "No result table has rows of (%s).".formatted(row.getSimpleName()));
        }
        return table;
    }

    /// Its record and columns.
    public RowType<?> type() {
        return type;
    }

    /// What the table holds.
    public String doc() {
        return type.doc();
    }

    /// Its columns in order.
    public List<Column> columns() {
        return type.columns();
    }

    /// Its name in SQL and its file name without ending.
    public String table() {
        return type.name();
    }
}
