/// Decisions about support: what to stock, where to repair, how many places, when to open, how much
/// to buy last.
///
/// Read first: [parapet.sustain.decide.Portfolio] (many parts on depots and bases, in flat arrays),
/// [parapet.sustain.decide.SparesCurve] (fewest backorders for every sum of money),
/// [parapet.sustain.decide.JointLevel] (level of repair with the spares each choice asks for).
///
/// Everything here is long-run and analytic: it screens. What a decision does to a scenario is told
/// by paired simulation, in `parapet.study`.
///
/// Design history: one spare at a time to everything, depot included, was tried first. It more than
/// doubles the backorders of single items, because what a depot unit is worth shows only when
/// several are there; so every useful depot stock is tried, and only the hull of the best is
/// merged.
@NullMarked
package parapet.sustain.decide;

import org.jspecify.annotations.NullMarked;
