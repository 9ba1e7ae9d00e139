/// Laws of counts, and estimates from replications.
///
/// Read first: [parapet.stats.DiscreteLaw] (what convolution works on), [parapet.stats.Estimate] (a
/// mean with its interval), [parapet.stats.Poisson].
///
/// No chance is drawn here; that is the task of the random streams.
///
/// Design history: probabilities by logarithms of factorials lost five digits at means of 10 000;
/// they are now products of neighbouring ratios, started at the mode and divided by their sum.
@NullMarked
package parapet.stats;

import org.jspecify.annotations.NullMarked;
