package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// How well the draws support the fit.
@Table(value = "fit", doc = "How many draws the fit rests on")
public record FitRow(
        @Col("figures fitted") int observations,
        @Col("draws") int draws,
        @Col("replications of each draw") int replications,
        @Col("effective number of draws (Kish): 1 / sum of squared weights") double effective,
        @Col("greatest weight of one draw, 0..1") double greatest) {}
