/// Figures and tables of the report, made from the answers of the tables.
@NullMarked
package parapet.view.figure;

import org.jspecify.annotations.NullMarked;
