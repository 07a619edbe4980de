package io.telcofactory.upf.nef;

import java.util.List;

/**
 * A shape on the earth.
 *
 * <p><b>Source:</b> 3GPP TS 29.572, shapes of TS 23.032.
 *
 * @since 0.1
 */
public sealed interface GeographicArea {

    /**
     * A position.
     *
     * @param lon longitude in degrees, -180 to 180
     * @param lat latitude in degrees, -90 to 90
     */
    record Coordinates(double lon, double lat) {}

    /**
     * The ellipse around a position in which the true one lies.
     *
     * @param semiMajor half of the longer axis in metres
     * @param semiMinor half of the shorter axis in metres
     * @param orientationMajor direction of the longer axis in degrees from north, 0 to 180
     */
    record Ellipse(double semiMajor, double semiMinor, int orientationMajor) {}

    /**
     * A point.
     *
     * @param point its position
     */
    record Point(Coordinates point) implements GeographicArea {}

    /**
     * A circle.
     *
     * @param point its centre
     * @param uncertainty its radius in metres
     */
    record PointUncertaintyCircle(Coordinates point, double uncertainty) implements GeographicArea {}

    /**
     * An ellipse.
     *
     * @param point its centre
     * @param uncertaintyEllipse its axes
     * @param confidence how likely the true position lies inside, in percent
     */
    record PointUncertaintyEllipse(Coordinates point, Ellipse uncertaintyEllipse, int confidence)
            implements GeographicArea {}

    /**
     * A polygon.
     *
     * @param pointList its corners, 3 to 15
     */
    record Polygon(List<Coordinates> pointList) implements GeographicArea {
        /** Keeps the corners unmodifiable. */
        public Polygon {
            pointList = List.copyOf(pointList);
        }
    }

    /**
     * A point with its altitude.
     *
     * @param point its position
     * @param altitude in metres, -32767 to 32767
     */
    record PointAltitude(Coordinates point, double altitude) implements GeographicArea {}

    /**
     * An ellipsoid around a point.
     *
     * @param point its position
     * @param altitude in metres, -32767 to 32767
     * @param uncertaintyEllipse its horizontal axes
     * @param uncertaintyAltitude its vertical half axis in metres
     * @param confidence how likely the true position lies inside, in percent
     */
    record PointAltitudeUncertainty(
            Coordinates point, double altitude, Ellipse uncertaintyEllipse, double uncertaintyAltitude, int confidence)
            implements GeographicArea {}

    /**
     * A part of a ring.
     *
     * @param point its centre
     * @param innerRadius in metres, 0 to 327675
     * @param uncertaintyRadius width of the ring in metres
     * @param offsetAngle where it begins, in degrees from north, 0 to 360
     * @param includedAngle how far it reaches, in degrees, 0 to 360
     * @param confidence how likely the true position lies inside, in percent
     */
    record EllipsoidArc(
            Coordinates point,
            int innerRadius,
            double uncertaintyRadius,
            int offsetAngle,
            int includedAngle,
            int confidence)
            implements GeographicArea {}
}
