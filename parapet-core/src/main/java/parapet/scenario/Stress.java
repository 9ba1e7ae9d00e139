package parapet.scenario;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks what stresses a defence and is never chosen: raids, families of raids, their aims, and the
/// assets at which they are aimed.
///
/// What is marked may be put in, drawn, and held fixed while two plans of the defender are
/// compared. Nothing searches over it, ranks it or orders it by what a raid does: no decision takes
/// a marked key, no driver is one, and no output sorts raids, members, arcs, assets or places by
/// leakers, damage or warning time.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Stress {}
