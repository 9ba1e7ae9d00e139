/// Units of measure, money, dates as people write them, and the way from text to SI numbers.
///
/// Read first: [Dimension] (what can be measured), [Measures] (text such as `6..10..18 month` or
/// `5.4 billion` of a currency to numbers), [Span] (one number or a range).
///
/// Inside the product durations are seconds, shares are plain ratios, rates are per second, money
/// is in units of its own currency and dates are days since 1970-01-01. Everything else lives at
/// the edge, here.
///
/// *Design history.* A general units library was tried first: `1e3 m` was read as 1 m without an
/// error, and knots and days were unknown. A table of about forty units is shorter and says what it
/// does not know.
@NullMarked
package parapet.quantity;

import org.jspecify.annotations.NullMarked;
