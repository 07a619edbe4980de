package io.telcofactory.testkit.opennebula.internal.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCallTest {

    private static String call(String value) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<methodCall><methodName>one.vm.info</methodName><params>"
                + "<param><value><string>oneadmin:opennebula</string></value></param><param><value>" + value
                + "</value></param></params></methodCall>\r\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<int>12</int>",
                "<i4>-1</i4>",
                "<int>007</int>",
                "<boolean>0</boolean>",
                "<boolean>1</boolean>",
                "<string></string>",
                "<string> NAME=\"a &amp; b\"\n\tX=[Y=&lt;&gt;&quot;&apos;] </string>",
                "<string>größer ; als & </string>",
                "<string>a]] &gt;</string>",
                " <string>blanks around</string>\n"
            })
    void parse_plainForm_readsWhatAWholeParserReads(String value) {
        byte[] body = call(value.replace("& ", "&amp;")).getBytes(UTF_8);

        assertThat(PlainCall.parse(body)).isNotNull().isEqualTo(XmlRpcRequest.parseXml(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "untyped",
                "<i8>12</i8>",
                "<int> 12</int>",
                "<int>-</int>",
                "<int>12345678901</int>",
                "<int/>",
                "<boolean>true</boolean>",
                "<string>&#65;</string>",
                "<string>&unknown;</string>",
                "<string>& </string>",
                "<string>a\r\nb</string>",
                "<string>\u0007</string>",
                "<string>]]></string>",
                "<string><![CDATA[x]]></string>",
                "<string>\uD83D\uDE00</string>",
                "<string>\uFFFE</string>",
                "<string>a<!-- b --></string>",
                "<string type=\"x\">a</string>",
                "<string>a</int>",
                "<array><data></data></array>",
                "<string>a</string><int>1</int>"
            })
    void parse_anyOtherForm_isLeftToAWholeParser(String value) {
        assertThat(PlainCall.parse(call(value).getBytes(UTF_8))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<methodCall>",
                "<!DOCTYPE x><methodCall><methodName>a</methodName><params></params></methodCall>",
                "<?xml version=\"1.0\" encoding=\"latin1\"?><methodCall><methodName>a</methodName><params></params></methodCall>",
                "<?xml version=\"1.0\" <methodCall><methodName>a</methodName><params></params></methodCall>",
                "<methodCall><methodName>a</methodName></methodCall>",
                "<methodCall><methodName>a</methodName><params></params></methodCall>more",
                "<methodCall><methodName>a</methodName><params></params>"
            })
    void parse_anyOtherFrame_isLeftToAWholeParser(String body) {
        assertThat(PlainCall.parse(body.getBytes(UTF_8))).isNull();
    }
}
