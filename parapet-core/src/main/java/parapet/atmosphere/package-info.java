/// The air that radio waves cross: refraction, and loss by gases and rain.
///
/// Read first: [GasAttenuation], [RainAttenuation] (dB a kilometre), [ExponentialAtmosphere] (how
/// rays bend). The air that targets fly through is `parapet.flight.StandardAtmosphere`.
@NullMarked
package parapet.atmosphere;

import org.jspecify.annotations.NullMarked;
