/// What small scenario files realise to, worked out by hand: from the words of a file to the plain
/// numbers that the engines read. Begin with [parapet.io.realised.Realised]. These tests are quick,
/// for `bench/mutation` runs them over and over.
@NullMarked
package parapet.io.realised;

import org.jspecify.annotations.NullMarked;
