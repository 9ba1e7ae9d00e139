/// Tables told by records: one record class is one table, its components are the columns.
///
/// Whoever writes a row makes a record, whoever reads one reads its fields, and names, types, units
/// and meanings of columns come from the one declaration. Where a record must be taken apart, to be
/// kept in a file or to be hashed, that is done by [Column], in order.
///
/// Read first: [Tables] (from a record class to its columns), [Rows] (rows of many tables).
///
/// Design history: rows were arrays of objects, read by position. A swapped position was a wrong
/// number under a right label.
@NullMarked
package parapet.tables;

import org.jspecify.annotations.NullMarked;
