/// Readiness by formula: the same input as the simulation, an answer in milliseconds.
///
/// Read first: [parapet.sustain.forecast.Forecast] (the call and its result),
/// [parapet.sustain.forecast.Flow] (parts as a fluid through the network),
/// [parapet.sustain.forecast.PipelineLaw] (from a mean pipeline to its law in a closed fleet).
///
/// An approximation, for screening and for standing beside the simulation; where exact mathematics
/// exists use [parapet.sustain.exact].
@NullMarked
package parapet.sustain.forecast;

import org.jspecify.annotations.NullMarked;
