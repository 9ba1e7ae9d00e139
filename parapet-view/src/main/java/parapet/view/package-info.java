/// Charts, tables and maps from the tables of a run, and the HTML report.
///
/// Nothing is computed here that a run does not hold: the report asks its tables in SQL, puts
/// numbers into words and hands them to the templates. What it shows is found in the tables; it
/// knows no plan, unit or quantity by name.
///
/// Read first: [Report], [parapet.view.read.Results], [parapet.io.results.Query].
@NullMarked
package parapet.view;

import org.jspecify.annotations.NullMarked;
