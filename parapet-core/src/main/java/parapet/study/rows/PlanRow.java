package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// The plans of the run.
@Table(value = "plans", doc = "The plans, in the order of the scenario")
public record PlanRow(
        @Col("key of the plan") String plan,
        @Col("place in the order of the scenario, from 0") int ord,
        @Col("name shown to readers") String name,
        @Col("what the plan is") String about,
        @Col("a caution to be shown with its figures, empty for none") String caution,
        @Col("plan whose changes come first, null for the baseline") @Nullable String basedOn,
        @Col("the changes in words, one a line") String changes,
        @Col("whether the others are compared with it") boolean reference,
        @Col("batteries of groups that exist in the plan, beside those of units") int groups,
        @Col("whether it could be chosen; if not, it is a reference point and its name says so")
                boolean option) {}
