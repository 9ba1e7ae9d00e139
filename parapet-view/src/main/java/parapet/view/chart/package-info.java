/// Charts as data: every class holds plain numbers and gives the option tree of Apache ECharts.
///
/// Nothing here draws, asks or formats for a locale. Three agreements bind these trees to the
/// script of the page (`report.js`): a text that begins with `var(--` is a colour of the style
/// sheet, a text that begins with `@` is the name of a function of the script, and `tip` of an item
/// is the text shown when a reader points at it.
///
/// Read first: [TimeChart], [BandDots], [Json].
@NullMarked
package parapet.view.chart;

import org.jspecify.annotations.NullMarked;
