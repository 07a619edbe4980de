package io.telcofactory.upf.internal.nef;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telcofactory.upf.internal.json.JsonMismatchException;
import io.telcofactory.upf.internal.json.JsonObject;
import io.telcofactory.upf.internal.json.JsonType;
import io.telcofactory.upf.nef.CivicAddress;
import io.telcofactory.upf.nef.GeographicArea;
import io.telcofactory.upf.nef.GeographicArea.Coordinates;
import io.telcofactory.upf.nef.GeographicArea.Ellipse;
import io.telcofactory.upf.nef.GeographicalArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Forms of areas: the shape decides which attributes there are, so they are written by hand. */
final class GeoJson {
    private static final JsonType<CivicAddress> CIVIC = JsonType.of(GeoJson::writeCivic, GeoJson::readCivic);
    private static final JsonType<GeographicArea> SHAPE = JsonType.of(GeoJson::writeShape, GeoJson::readShape);

    static final JsonType<GeographicalArea> AREA = JsonObject.of(
                    GeographicalArea.class, GeographicalArea::builder, GeographicalArea.Builder::build)
            .optional("civicAddress", CIVIC, GeographicalArea::civicAddress, GeographicalArea.Builder::civicAddress)
            .optional("shapes", SHAPE, GeographicalArea::shapes, GeographicalArea.Builder::shapes);

    private GeoJson() {}

    private static JsonNode writeCivic(CivicAddress address) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(address.elements()).forEach(object::put);
        return object;
    }

    private static CivicAddress readCivic(JsonNode node) {
        Map<String, String> elements = new TreeMap<>();
        node.properties().forEach(e -> elements.put(e.getKey(), e.getValue().asText()));
        return new CivicAddress(elements);
    }

    private static JsonNode writeShape(GeographicArea area) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (area instanceof GeographicArea.Point p) {
            object.put("shape", "POINT").set("point", point(p.point()));
        } else if (area instanceof GeographicArea.PointUncertaintyCircle p) {
            object.put("shape", "POINT_UNCERTAINTY_CIRCLE").set("point", point(p.point()));
            object.put("uncertainty", p.uncertainty());
        } else if (area instanceof GeographicArea.PointUncertaintyEllipse p) {
            object.put("shape", "POINT_UNCERTAINTY_ELLIPSE").set("point", point(p.point()));
            object.set("uncertaintyEllipse", ellipse(p.uncertaintyEllipse()));
            object.put("confidence", p.confidence());
        } else if (area instanceof GeographicArea.Polygon p) {
            ArrayNode corners = object.put("shape", "POLYGON").putArray("pointList");
            p.pointList().forEach(corner -> corners.add(point(corner)));
        } else if (area instanceof GeographicArea.PointAltitude p) {
            object.put("shape", "POINT_ALTITUDE").set("point", point(p.point()));
            object.put("altitude", p.altitude());
        } else if (area instanceof GeographicArea.PointAltitudeUncertainty p) {
            object.put("shape", "POINT_ALTITUDE_UNCERTAINTY").set("point", point(p.point()));
            object.put("altitude", p.altitude()).set("uncertaintyEllipse", ellipse(p.uncertaintyEllipse()));
            object.put("uncertaintyAltitude", p.uncertaintyAltitude()).put("confidence", p.confidence());
        } else if (area instanceof GeographicArea.EllipsoidArc p) {
            object.put("shape", "ELLIPSOID_ARC").set("point", point(p.point()));
            object.put("innerRadius", p.innerRadius()).put("uncertaintyRadius", p.uncertaintyRadius());
            object.put("offsetAngle", p.offsetAngle()).put("includedAngle", p.includedAngle());
            object.put("confidence", p.confidence());
        }
        return object;
    }

    private static GeographicArea readShape(JsonNode node) {
        String shape = node.path("shape").asText();
        return switch (shape) {
            case "POINT" -> new GeographicArea.Point(point(node));
            case "POINT_UNCERTAINTY_CIRCLE" ->
                new GeographicArea.PointUncertaintyCircle(point(node), number(node, "uncertainty"));
            case "POINT_UNCERTAINTY_ELLIPSE" ->
                new GeographicArea.PointUncertaintyEllipse(point(node), ellipse(node), whole(node, "confidence"));
            case "POLYGON" -> new GeographicArea.Polygon(corners(node.path("pointList")));
            case "POINT_ALTITUDE" -> new GeographicArea.PointAltitude(point(node), number(node, "altitude"));
            case "POINT_ALTITUDE_UNCERTAINTY" ->
                new GeographicArea.PointAltitudeUncertainty(
                        point(node),
                        number(node, "altitude"),
                        ellipse(node),
                        number(node, "uncertaintyAltitude"),
                        whole(node, "confidence"));
            case "ELLIPSOID_ARC" ->
                new GeographicArea.EllipsoidArc(
                        point(node),
                        whole(node, "innerRadius"),
                        number(node, "uncertaintyRadius"),
                        whole(node, "offsetAngle"),
                        whole(node, "includedAngle"),
                        whole(node, "confidence"));
            default -> throw JsonMismatchException.at("shape", "names the unknown shape '" + shape + "'");
        };
    }

    private static JsonNode point(Coordinates point) {
        return JsonNodeFactory.instance.objectNode().put("lon", point.lon()).put("lat", point.lat());
    }

    private static Coordinates point(JsonNode shape) {
        return coordinates(shape.path("point"));
    }

    private static Coordinates coordinates(JsonNode node) {
        return new Coordinates(number(node, "lon"), number(node, "lat"));
    }

    private static List<Coordinates> corners(JsonNode list) {
        List<Coordinates> corners = new ArrayList<>();
        list.forEach(corner -> corners.add(coordinates(corner)));
        return corners;
    }

    private static JsonNode ellipse(Ellipse ellipse) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("semiMajor", ellipse.semiMajor())
                .put("semiMinor", ellipse.semiMinor())
                .put("orientationMajor", ellipse.orientationMajor());
    }

    private static Ellipse ellipse(JsonNode shape) {
        JsonNode node = shape.path("uncertaintyEllipse");
        return new Ellipse(number(node, "semiMajor"), number(node, "semiMinor"), whole(node, "orientationMajor"));
    }

    private static double number(JsonNode node, String name) {
        return JsonType.DOUBLE.read(node.path(name));
    }

    private static int whole(JsonNode node, String name) {
        return JsonType.INTEGER.read(node.path(name));
    }
}
