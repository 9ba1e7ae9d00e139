/// The air that radio waves cross: refraction, and loss by gases and rain.
@NullMarked
package parapet.atmosphere;

import org.jspecify.annotations.NullMarked;
