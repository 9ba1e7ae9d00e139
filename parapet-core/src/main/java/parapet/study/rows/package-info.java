/// The rows of the result tables: one record for each table, one component for each column.
///
/// This is the only declaration of what a run leaves behind. Names in SQL, types of the files, the
/// reference page and the digest come from it. The order of the tables stands in
/// [parapet.study.ResultTable].
@NullMarked
package parapet.study.rows;

import org.jspecify.annotations.NullMarked;
