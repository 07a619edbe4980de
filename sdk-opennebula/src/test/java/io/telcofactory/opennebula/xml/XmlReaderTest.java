package io.telcofactory.opennebula.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    @Test
    void parse_elementsTextAndCdata_areRead() throws IOException {
        XmlNode vm = XmlReader.parse(
                "<?xml version=\"1.0\"?><!-- a -- ><!-- b --><VM a='1>2'><ID>12</ID><NAME><![CDATA[a]]b&amp;]]]]></NAME>\n<EMPTY/></VM> "
                        .replace("<!-- a -- >", ""));
        assertThat(vm.name()).isEqualTo("VM");
        assertThat(vm.integer("ID")).hasValue(12);
        assertThat(vm.text("NAME")).contains("a]]b&amp;]]");
        assertThat(vm.text("EMPTY")).contains("");
        assertThat(vm.text("MISSING")).isEmpty();
        assertThat(vm.children()).hasSize(3);
        assertThat(vm).hasToString("VM 12");
    }

    @Test
    void parse_entities_areResolved() throws IOException {
        XmlNode node = XmlReader.parse("<A>&lt;&gt;&amp;&quot;&apos;&#65;&#x20AC;&#x1F600;</A>");
        assertThat(node.text()).isEqualTo("<>&\"'A€\uD83D\uDE00");
    }

    @Test
    void list_nestedPaths_givesAllInOrder() throws IOException {
        XmlNode vm = XmlReader.parse(
                "<VM><T><NIC><IP>1</IP></NIC><X/><NIC><IP>2</IP></NIC></T><T><NIC><IP>3</IP></NIC></T></VM>");
        assertThat(vm.list("T/NIC/IP")).extracting(XmlNode::text).containsExactly("1", "2", "3");
        assertThat(vm.text("T/NIC/IP")).contains("1");
        assertThat(vm.find("T/X")).isPresent();
        assertThat(vm.find("T/NIC/X")).isEmpty();
        assertThat(vm.has("T/NICE")).isFalse();
    }

    @Test
    void numbers_strangeTexts_areEmptyNotErrors() throws IOException {
        XmlNode node = XmlReader.parse(
                "<A><B> 7 </B><C>-</C><D/><E>99999999999999999999</E><F>4294967296</F><G>1.5e3</G><H>NaN</H><I>-3</I></A>");
        assertThat(node.integer("B")).hasValue(7);
        assertThat(node.integer("C")).isEmpty();
        assertThat(node.integer("D", -1)).isEqualTo(-1);
        assertThat(node.whole("E")).isEmpty();
        assertThat(node.integer("F")).isEmpty();
        assertThat(node.whole("F")).hasValue(4294967296L);
        assertThat(node.number("G")).hasValue(1500);
        assertThat(node.number("H")).isEmpty();
        assertThat(node.integer("I")).hasValue(-3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                "<a>&unknown;</a>",
                "<a>&#xD800;</a>",
                "<a>&#0;</a>",
                "<a>&#x;</a>",
                "<a></b>",
                "<a><b></a></b>",
                "<a></a><b></b>",
                "<a></a>text",
                "text<a/>",
                "<a<b></a>",
                "< a></a>",
                "<a><!ELEMENT b></a>"
            })
    void parse_notTheServersXml_isMalformed(String text) {
        assertThatThrownBy(() -> XmlReader.parse(text))
                .isInstanceOf(MalformedXmlException.class)
                .hasMessageContaining("byte");
    }

    @Test
    void document_cutAnywhere_isTorn() {
        String whole = "<VM><ID>1</ID><N><![CDATA[x]]></N></VM>";
        for (int i = 0; i < whole.length(); i++) {
            String cut = whole.substring(0, i);
            assertThatThrownBy(() -> reader(cut).document()).as(cut).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void parse_tooDeep_isMalformed() {
        assertThatThrownBy(() -> XmlReader.parse("<a>".repeat(65) + "</a>".repeat(65)))
                .isInstanceOf(MalformedXmlException.class)
                .hasMessageContaining("deeper than 64");
    }

    @Test
    void document_tooMuchOfAnything_isMalformed() {
        XmlLimits few = new XmlLimits(8, 3, 10, 5);
        assertThatThrownBy(() -> reader("<a><b/><c/><d/></a>", few).document()).hasMessageContaining("3 elements");
        assertThatThrownBy(() -> reader("<a>12345678901</a>", few).document()).hasMessageContaining("10 bytes");
        assertThatThrownBy(() -> reader("<abcdef/>", few).document()).hasMessageContaining("5 bytes");
    }

    @Test
    void nextChild_ofPool_givesTreesOfTheirOwn() throws IOException {
        XmlReader reader =
                reader("<VM_POOL>\n<VM><ID>1</ID></VM><!-- x --><VM><ID>2</ID><T><A>b</A></T></VM></VM_POOL>");
        List<String> seen = new ArrayList<>();
        for (XmlNode vm = reader.nextChild(); vm != null; vm = reader.nextChild()) {
            seen.add(vm.toXml());
        }
        assertThat(seen).containsExactly("<VM><ID>1</ID></VM>", "<VM><ID>2</ID><T><A>b</A></T></VM>");
        assertThat(reader.nextChild()).isNull();
    }

    @Test
    void nextChild_ofEmptyPools_isNull() throws IOException {
        assertThat(reader("<VM_POOL></VM_POOL>").nextChild()).isNull();
        assertThat(reader("<VM_POOL/>").nextChild()).isNull();
    }

    @Test
    void parse_byteByByte_givesTheSame() throws IOException {
        String text = "<VM><NAME><![CDATA[ü]] ]]></NAME><B>x&amp;y</B><C>z</C></VM>";
        InputStream slow = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, 1);
            }
        };
        assertThat(new XmlReader(slow, XmlLimits.DEFAULT).document().toXml())
                .isEqualTo(XmlReader.parse(text).toXml());
    }

    private static XmlReader reader(String text) {
        return reader(text, XmlLimits.DEFAULT);
    }

    private static XmlReader reader(String text, XmlLimits limits) {
        return new XmlReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limits);
    }
}
