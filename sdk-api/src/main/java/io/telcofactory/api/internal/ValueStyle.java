package io.telcofactory.api.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How every value of the SDK is generated: the interface is the only public face, its builder is nested in it, the
 * collections are the JDK's. It leaves no trace in class files: a compiler that met it there would look for Immutables, which
 * users of the jar do not have.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        jacksonIntegration = false,
        // Else generated classes carry Immutables' own annotation, which users of the jar do not have.
        allowedClasspathAnnotations = {Override.class})
public @interface ValueStyle {}
