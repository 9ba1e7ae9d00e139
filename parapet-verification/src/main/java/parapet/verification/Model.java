package parapet.verification;

import java.util.List;
import java.util.function.Function;

/// How the cases of one kind are computed.
///
/// @param methods names of the methods, empty where there is one only; an empty name among them
///   says that some cases need none
/// @param adaptor converts inputs, calls the model of the product, converts outputs; never computes
record Model(List<String> methods, Adaptor adaptor) {
    /// Converts inputs, calls the model, converts outputs.
    @FunctionalInterface
    interface Adaptor {
        /// The outputs of a case.
        ///
        /// @param method one of the methods of the kind, empty where the case names none
        Outputs compute(Inputs in, String method);
    }

    /// A kind with one method.
    static Model only(Function<Inputs, Outputs> adaptor) {
        return new Model(List.of(), (in, _) -> adaptor.apply(in));
    }
}
