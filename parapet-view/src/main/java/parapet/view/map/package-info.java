/// Maps as SVG over pictures of a lattice.
@NullMarked
package parapet.view.map;

import org.jspecify.annotations.NullMarked;
