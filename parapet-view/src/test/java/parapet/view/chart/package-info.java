@NullMarked
package parapet.view.chart;

import org.jspecify.annotations.NullMarked;
