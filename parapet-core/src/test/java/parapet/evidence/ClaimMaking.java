package parapet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim.Status;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Span;

/// A claim in the making: reported, known since 5 October 2018 and original unless it is said.
final class ClaimMaking {
    private final Map<String, Claim> claims;
    private final String id;
    private final String of;
    private final String text;
    private Dimension dimension;
    private Grade grade;
    private boolean words;
    private Status status = Status.REPORTED;
    private @Nullable LocalDate known = LocalDate.of(2018, 10, 5);
    private @Nullable LocalDate made;
    private @Nullable LocalDate day;
    private String copiedFrom = "";

    ClaimMaking(
            Map<String, Claim> claims,
            String id,
            String of,
            String text,
            Dimension dimension,
            Grade grade) {
        this.claims = claims;
        this.id = id;
        this.of = of;
        this.text = text;
        this.dimension = dimension;
        this.grade = grade;
    }

    ClaimMaking dimension(Dimension value) {
        dimension = value;
        return this;
    }

    ClaimMaking grade(Grade value) {
        grade = value;
        return this;
    }

    ClaimMaking words() {
        words = true;
        return this;
    }

    ClaimMaking status(Status value) {
        status = value;
        return this;
    }

    ClaimMaking known(@Nullable String value) {
        known = value == null ? null : LocalDate.parse(value);
        return this;
    }

    ClaimMaking made(@Nullable String value) {
        made = value == null ? null : LocalDate.parse(value);
        return this;
    }

    ClaimMaking day(String value) {
        day = LocalDate.parse(value);
        return this;
    }

    ClaimMaking copiedFrom(String value) {
        copiedFrom = value;
        return this;
    }

    /// Puts it into the claims.
    void add() {
        Span span = null;
        if (!words) {
            Measures.Reading reading = Measures.read(text, dimension);
            assertThat(reading.problem()).isNull();
            span = reading.span();
        }
        claims.put(
                id,
                new Claim(
                        id,
                        of,
                        "",
                        text,
                        dimension,
                        span,
                        status,
                        known,
                        made,
                        day,
                        day,
                        "",
                        grade,
                        Claim.Kind.REPORTED,
                        copiedFrom,
                        "",
                        "",
                        ""));
    }
}
